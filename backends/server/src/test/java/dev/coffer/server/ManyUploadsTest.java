package dev.coffer.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.wrap.ForwardingBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With memory for one upload of five. */
class ManyUploadsTest {

    private static final int UPLOADS = 5;
    private static final int LENGTH = SegmentPool.SEGMENT + 1;

    @TempDir
    Path temporary;

    private final MemoryRepositories repositories = new MemoryRepositories();
    private final SegmentPool memory = new SegmentPool(2);
    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        repositories.at("alice");
        server = TestServer.start(TestServer.settings(temporary), repositories, Duration.ofMinutes(2), memory);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.count();
        }
    }

    @Test
    void what_does_not_fit_into_memory_is_stored_by_way_of_the_disk() throws Exception {
        CountDownLatch received = new CountDownLatch(UPLOADS);
        repositories.putInFront(store -> new ForwardingBackend(store) {
            @Override
            public void save(Handle handle, Content content) throws IOException {
                received.countDown();
                await(received);
                super.save(handle, content);
            }
        });
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> statuses = new ArrayList<>();
            for (int i = 0; i < UPLOADS; i++) {
                byte[] content = new byte[LENGTH];
                content[0] = (byte) i;
                statuses.add(clients.submit(() -> server.post("/alice/data/" + TestServer.nameOf(content), content)
                        .status()));
            }
            for (Future<Integer> status : statuses) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
        assertThat(repositories.at("alice").names(FileType.PACK)).hasSize(UPLOADS);
        assertThat(temporaryFiles()).isZero();
        assertThat(memory.used()).isZero();
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void a_refused_upload_leaves_nothing_behind() throws IOException {
        assertThat(server.post("/alice/data/" + "0".repeat(64), new byte[LENGTH])
                        .status())
                .isEqualTo(400);
        assertThat(server.post("/alice/data/" + "0".repeat(64), new byte[3 * LENGTH])
                        .status())
                .isEqualTo(400);
        assertThat(temporaryFiles()).isZero();
        assertThat(memory.used()).isZero();
    }
}
