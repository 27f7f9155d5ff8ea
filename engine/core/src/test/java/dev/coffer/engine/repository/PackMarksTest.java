package dev.coffer.engine.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.progress.ProgressListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PackMarksTest {

    private static final ObjectId PACK = ObjectId.of(new byte[] {1});
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final MemoryBackend backend = new MemoryBackend();
    private Repository repository;

    @BeforeEach
    void init() throws IOException {
        repository = TestRepositories.init(backend);
    }

    @AfterEach
    void close() throws IOException {
        repository.close();
    }

    private Set<ObjectId> marked() throws IOException {
        try (Repository other = TestRepositories.open(backend)) {
            return other.index().marks().keySet();
        }
    }

    private static SavedBlob save(Repository repository) throws IOException {
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);
        try (BlobSaver saver = repository.startSaving()) {
            SavedBlob saved = saver.save(BlobType.DATA, content, 0, content.length);
            saver.flush();
            return saved;
        }
    }

    @Test
    void whoever_loads_the_index_sees_them() throws IOException {
        repository.packMarks().add(List.of(PACK), NOON);
        assertThat(marked()).containsExactly(PACK);
    }

    @Test
    void they_are_removed_a_file_at_a_time() throws IOException {
        ObjectId later = ObjectId.of(new byte[] {2});
        repository.packMarks().add(List.of(PACK), NOON);
        repository.packMarks().add(List.of(later), NOON.plusSeconds(1));
        repository.loadIndex(ProgressListener.NONE);
        repository.packMarks().removeUntil(NOON);
        assertThat(marked()).containsExactly(later);
    }

    @Test
    void what_is_only_in_a_marked_pack_is_stored_again_once() throws IOException {
        save(repository);
        repository.packMarks().add(repository.index().packs(), NOON);
        try (Repository other = TestRepositories.open(backend)) {
            assertThat(save(other).added()).isTrue();
            assertThat(save(other).added()).isFalse();
        }
    }
}
