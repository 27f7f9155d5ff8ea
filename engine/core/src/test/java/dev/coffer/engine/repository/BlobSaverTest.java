package dev.coffer.engine.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.compress.CompressionMode;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.errors.RepositoryException.MissingBlob;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlobSaverTest {

    private static final int MIB = 1 << 20;

    private final RecordingBackend backend = new RecordingBackend();
    private final Random random = new Random(42);
    private Repository repository;

    @BeforeEach
    void init() throws IOException {
        RepositoryOptions options = TestRepositories.options().withCompression(CompressionMode.OFF);
        repository = TestRepositories.init(backend, 2, options.withPackSize(4 * MIB));
        backend.saved.clear();
    }

    @Test
    void content_that_is_there_already_is_not_stored_again() throws Exception {
        byte[] content = bytes(1000);
        try (BlobSaver saver = repository.startSaving()) {
            assertThat(save(saver, content).added()).isTrue();
            assertThat(save(saver, content).added()).isFalse();
            saver.flush();
        }
        try (BlobSaver later = repository.startSaving()) {
            assertThat(save(later, content).added()).isFalse();
        }
    }

    @Test
    void nobody_relies_on_what_an_abandoned_session_was_storing() throws Exception {
        byte[] content = bytes(1000);
        try (BlobSaver abandoned = repository.startSaving()) {
            save(abandoned, content);
        }
        try (BlobSaver next = repository.startSaving()) {
            assertThat(save(next, content).added()).isTrue();
        }
    }

    @Test
    void the_memory_of_stored_packs_can_be_used_again() throws Exception {
        try (BlobSaver saver = repository.startSaving()) {
            save(saver, bytes(3 * MIB));
            saver.flush();
        }
        assertThat(repository.buffers().idleBytes()).isGreaterThan(4 * MIB);
    }

    @Test
    void packs_are_stored_before_the_index_that_lists_them() throws Exception {
        try (BlobSaver saver = repository.startSaving()) {
            for (int i = 0; i < 20; i++) {
                save(saver, bytes(MIB));
            }
            saver.flush();
        }
        List<FileType> order = backend.saved.stream().map(Handle::type).toList();
        assertThat(order)
                .endsWith(FileType.INDEX)
                .containsOnlyOnce(FileType.INDEX)
                .hasSizeGreaterThan(4);
    }

    @Test
    void nothing_is_indexed_without_a_flush() throws Exception {
        byte[] content = bytes(1000);
        try (BlobSaver saver = repository.startSaving()) {
            save(saver, content);
        }
        assertThat(backend.saved).isEmpty();
    }

    @Test
    void the_last_small_packs_become_one() throws Exception {
        try (BlobSaver saver = repository.startSaving()) {
            for (int i = 0; i < 30; i++) {
                save(saver, bytes(100));
            }
            saver.flush();
        }
        assertThat(backend.names(FileType.PACK)).hasSize(1);
    }

    @Test
    void data_and_trees_go_into_packs_of_their_own() throws Exception {
        try (BlobSaver saver = repository.startSaving()) {
            save(saver, bytes(100));
            byte[] tree = bytes(100);
            saver.save(BlobType.TREE, tree, 0, tree.length);
            saver.flush();
        }
        assertThat(backend.saved.stream().filter(Handle::metadata).filter(h -> h.type() == FileType.PACK))
                .hasSize(1);
        assertThat(backend.names(FileType.PACK)).hasSize(2);
    }

    @Test
    void a_blob_as_large_as_a_pack_gets_one_alone() throws Exception {
        try (BlobSaver saver = repository.startSaving()) {
            save(saver, bytes(100));
            save(saver, bytes(4 * MIB));

            saver.flush();
        }
        assertThat(backend.names(FileType.PACK)).hasSize(2);
    }

    @Test
    void the_failure_of_a_store_reaches_the_one_who_saves() throws Exception {
        backend.failWith = new IOException("no more paper");
        try (BlobSaver saver = repository.startSaving()) {
            save(saver, bytes(100));
            assertThatThrownBy(saver::flush).hasMessage("no more paper");
        }
        assertThat(backend.names(FileType.INDEX)).isEmpty();
    }

    @Test
    void a_damaged_copy_is_replaced_by_a_sound_one() throws Exception {
        byte[] content = bytes(1000);
        storeTwice(content);
        Repository reopened = TestRepositories.open(backend);
        BlobHandle handle = BlobHandle.data(ObjectId.of(content));
        damage(reopened.index().lookupAll(handle).getFirst().pack().toString());
        assertThat(reopened.blobs().load(handle)).isEqualTo(content);
    }

    @Test
    void a_blob_whose_copies_are_all_damaged_is_not_handed_out() throws Exception {
        byte[] content = bytes(1000);
        storeTwice(content);
        backend.names(FileType.PACK).forEach(this::damage);
        BlobHandle handle = BlobHandle.data(ObjectId.of(content));
        assertThatThrownBy(() -> TestRepositories.open(backend).blobs().load(handle))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining("Pack")
                .hasMessageContaining("check --read-data");
    }

    @Test
    void an_unknown_blob_is_missing() {
        BlobHandle handle = BlobHandle.data(ObjectId.of(bytes(3)));
        assertThatThrownBy(() -> repository.blobs().load(handle)).isInstanceOf(MissingBlob.class);
    }

    /** Two programs that do not know of each other store the same blob. */
    private void storeTwice(byte[] content) throws IOException {
        Repository other = TestRepositories.open(backend);
        for (Repository writer : List.of(repository, other)) {
            try (BlobSaver saver = writer.startSaving()) {
                save(saver, content);
                saver.flush();
            }
        }
    }

    private void damage(String pack) {
        Handle handle = Handle.of(FileType.PACK, pack);
        byte[] bytes = backend.bytes(handle);
        bytes[500] ^= 1;
        backend.overwrite(handle, bytes);
    }

    private static SavedBlob save(BlobSaver saver, byte[] content) throws IOException {
        return saver.save(BlobType.DATA, content, 0, content.length);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
