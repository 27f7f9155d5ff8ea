package dev.coffer.engine.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.tasks.TaskGroup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ConcurrentFlushTest {

    private static final int ROUNDS = 30;
    private static final int SAVERS = 4;
    private static final int DISTINCT_BLOBS = 20_000;

    private final MemoryBackend backend = new MemoryBackend();
    private final Set<BlobHandle> saved = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean enough = new AtomicBoolean();

    @Test
    void what_was_saved_before_a_flush_is_indexed_after_it_while_others_go_on_saving() throws Exception {
        RepositoryOptions options = TestRepositories.options().withPackSize(1 << 16);
        try (Repository repository = TestRepositories.init(backend, 2, options);
                BlobSaver saver = repository.startSaving();
                TaskGroup savers = TaskGroup.ofPlatformThreads("saver", SAVERS)) {
            for (int i = 0; i < SAVERS; i++) {
                Random random = new Random(i);
                savers.fork(() -> save(saver, random));
            }
            for (int round = 0; round < ROUNDS; round++) {
                List<BlobHandle> before = List.copyOf(saved);
                saver.flush();
                requireIndexed(before);
            }
            enough.set(true);
            savers.join();
        }
    }

    /** The savers often meet at the same blob. */
    private void save(BlobSaver saver, Random random) throws IOException {
        while (!enough.get()) {
            byte[] content = ByteBuffer.allocate(500)
                    .putInt(random.nextInt(DISTINCT_BLOBS))
                    .array();
            SavedBlob blob = saver.save(BlobType.DATA, content, 0, content.length);
            saved.add(BlobHandle.data(blob.id()));
        }
    }

    private void requireIndexed(List<BlobHandle> blobs) throws IOException {
        try (Repository reader = TestRepositories.open(backend)) {
            assertThat(blobs).allMatch(reader.index()::contains);
        }
    }
}
