package dev.coffer.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.Content;
import dev.coffer.backend.Handle;
import dev.coffer.backend.wrap.ForwardingBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppingTest {

    @TempDir
    Path temporary;

    private final MemoryRepositories repositories = new MemoryRepositories();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    private void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void a_running_upload_is_finished_and_a_new_one_refused() throws Exception {
        repositories.at("alice");
        repositories.putInFront(store -> new ForwardingBackend(store) {
            @Override
            public void save(Handle handle, Content content) throws IOException {
                begun.countDown();
                StoppingTest.this.await(mayEnd);
                super.save(handle, content);
            }
        });
        TestServer server = TestServer.start(TestServer.settings(temporary), repositories);
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> status =
                    others.submit(() -> server.post("/alice/config", "config").status());
            begun.await();
            Future<?> stopped = others.submit(() -> {
                server.close();
                return null;
            });
            while (server.get("/alice/config").status() != 503) {
                Thread.onSpinWait();
            }
            mayEnd.countDown();

            assertThat(status.get()).isEqualTo(200);
            stopped.get();
        }
        assertThat(repositories.at("alice").contains(Handle.CONFIG)).isTrue();
    }
}
