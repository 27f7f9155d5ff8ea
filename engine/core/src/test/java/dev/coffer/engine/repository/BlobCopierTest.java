package dev.coffer.engine.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.pack.PackedBlob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A repository with two blobs in one pack. */
class BlobCopierTest {

    private final MemoryBackend backend = new MemoryBackend();
    private Repository repository;

    @BeforeEach
    void saveBlobs() throws IOException {
        repository = TestRepositories.init(backend);
        try (BlobSaver saver = repository.startSaving()) {
            save(saver, "first");
            save(saver, "second");
            saver.flush();
        }
    }

    @AfterEach
    void close() throws IOException {
        repository.close();
    }

    private static BlobHandle save(BlobSaver saver, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return BlobHandle.data(
                saver.save(BlobType.DATA, content, 0, content.length).id());
    }

    private IndexedPack pack() {
        return repository.index().packsWithBlobs().iterator().next();
    }

    private void copy(Repository target, IndexedPack pack) throws IOException {
        try (BlobSaver saver = target.startSaving()) {
            List<IndexedPack> done = new ArrayList<>();
            new BlobCopier(repository, saver).copy(List.of(pack), done::add);
            saver.flush();
            assertThat(done).containsExactly(pack);
        }
    }

    @Test
    void blobs_are_stored_again_although_the_repository_has_them() throws IOException {
        copy(repository, pack());
        for (PackedBlob blob : pack().blobs()) {
            assertThat(repository.index().lookupAll(blob.handle())).hasSize(2);
        }
    }

    @Test
    void only_those_that_were_asked_for_are_copied() throws IOException {
        PackedBlob wanted = pack().blobs().getLast();
        copy(repository, new IndexedPack(pack().pack(), List.of(wanted)));
        assertThat(repository.index().size()).isEqualTo(3);
        assertThat(repository.index().lookupAll(wanted.handle())).hasSize(2);
    }

    @Test
    void another_repository_seals_them_with_its_own_key() throws IOException {
        try (Repository target = TestRepositories.init(new MemoryBackend(), 1, TestRepositories.options())) {
            copy(target, pack());
            for (PackedBlob blob : pack().blobs()) {
                assertThat(target.blobs().load(blob.handle()))
                        .isEqualTo(repository.blobs().load(blob.handle()));
            }
        }
    }

    @Test
    void a_blob_that_is_damaged_in_one_pack_is_taken_from_another() throws IOException {
        IndexedPack first = pack();
        copy(repository, first);
        backend.damage(Handle.of(FileType.PACK, first.pack().toString()), 20);
        copy(repository, first);
        assertThat(repository.index().size()).isEqualTo(6);
    }

    @Test
    void a_blob_that_is_damaged_in_its_only_pack_is_a_failure() {
        backend.damage(Handle.of(FileType.PACK, pack().pack().toString()), 20);
        assertThatThrownBy(() -> copy(repository, pack())).isInstanceOf(CorruptData.class);
    }
}
