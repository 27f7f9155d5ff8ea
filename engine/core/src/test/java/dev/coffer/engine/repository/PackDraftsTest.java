package dev.coffer.engine.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.LendingBackend;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.compress.CompressionMode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PackDraftsTest {

    private static final int PACK_BYTES = 256 * 1024;

    /** Shorter blobs are gathered first. */
    private static final int WRITTEN_AT_ONCE = 100_000;

    private final MemoryBackend memory = new MemoryBackend();
    private final FaultyBackend faulty = new FaultyBackend(memory);
    private final LendingBackend lending = new LendingBackend(faulty);
    private final Random random = new Random(3);
    private Repository repository;

    @BeforeEach
    void init() throws IOException {
        RepositoryOptions options =
                TestRepositories.options().withCompression(CompressionMode.OFF).withPackSize(PACK_BYTES);
        repository = TestRepositories.init(lending, 2, options);
    }

    private BlobHandle save(BlobSaver saver, byte[] content) throws IOException {
        return BlobHandle.data(
                saver.save(BlobType.DATA, content, 0, content.length).id());
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void packs_that_grow_in_files_hold_what_was_saved() throws IOException {
        List<byte[]> contents = new ArrayList<>();
        List<BlobHandle> saved = new ArrayList<>();
        try (BlobSaver saver = repository.startSaving()) {
            for (int i = 0; i < 40; i++) {
                contents.add(bytes(40_000 + i));
                saved.add(save(saver, contents.getLast()));
            }
            saver.flush();
            assertThat(lending.open()).isLessThanOrEqualTo(1);
        }
        assertThat(lending.lent()).isGreaterThan(4);
        BlobLoader loader = TestRepositories.open(memory).blobs();
        for (int i = 0; i < contents.size(); i++) {
            assertThat(loader.load(saved.get(i))).isEqualTo(contents.get(i));
        }
    }

    @Test
    void the_last_small_packs_become_one() throws IOException {
        List<BlobHandle> saved = new ArrayList<>();
        try (BlobSaver saver = repository.startSaving()) {
            for (int i = 0; i < 30; i++) {
                saved.add(save(saver, bytes(1000)));
            }
            saver.flush();
        }
        assertThat(lending.lent()).isEqualTo(2);
        assertThat(memory.names(FileType.PACK)).hasSize(1);
        BlobLoader loader = TestRepositories.open(memory).blobs();
        for (BlobHandle blob : saved) {
            assertThat(loader.load(blob)).hasSize(1000);
        }
    }

    @Test
    void a_session_that_saves_nothing_new_begins_no_file() throws IOException {
        byte[] content = bytes(1000);
        try (BlobSaver saver = repository.startSaving()) {
            save(saver, content);
            saver.flush();
        }
        int before = lending.lent();
        try (BlobSaver saver = repository.startSaving()) {
            save(saver, content);
            saver.flush();
        }
        assertThat(lending.lent()).isEqualTo(before);
    }

    @Test
    void an_abandoned_session_leaves_no_file() throws IOException {
        try (BlobSaver saver = repository.startSaving()) {
            save(saver, bytes(1000));
            assertThat(lending.open()).isEqualTo(1);
        }
        assertThat(lending.open()).isZero();
    }

    @Test
    void a_store_that_does_not_take_a_pack_keeps_no_file_of_it() throws IOException {
        IOException failure = new IOException("no more paper");
        faulty.when(call -> call.operation() == Operation.SAVE, new Fault.Refuse(failure));
        try (BlobSaver saver = repository.startSaving()) {
            save(saver, bytes(1000));
            assertThatThrownBy(saver::flush).isSameAs(failure);
        }
        assertThat(lending.open()).isZero();
    }

    @Test
    void a_file_that_cannot_be_written_ends_the_session() throws IOException {
        IOException failure = new IOException("no more ink");
        try (BlobSaver saver = repository.startSaving()) {
            save(saver, bytes(WRITTEN_AT_ONCE));
            lending.tearNextWrite(failure);
            assertThatThrownBy(() -> save(saver, bytes(WRITTEN_AT_ONCE))).isSameAs(failure);
            assertThatThrownBy(saver::flush).isSameAs(failure);
        }
        assertThat(lending.open()).isZero();
        assertThat(memory.names(FileType.INDEX)).isEmpty();
    }

    @Test
    void a_pack_that_was_written_in_part_is_not_stored_by_those_who_go_on() throws IOException {
        try (BlobSaver saver = repository.startSaving()) {
            for (int i = 0; i < 4; i++) {
                save(saver, bytes(WRITTEN_AT_ONCE));
            }
            lending.tearNextWrite(new IOException("no more ink"));
            assertThatThrownBy(() -> save(saver, bytes(WRITTEN_AT_ONCE))).hasMessage("no more ink");
            for (int i = 0; i < 60; i++) {
                save(saver, bytes(PACK_BYTES / 10));
            }
        }
        assertThat(memory.names(FileType.PACK)).isNotEmpty().allSatisfy(name -> {
            byte[] pack = memory.bytes(Handle.of(FileType.PACK, name));
            assertThat(ObjectId.of(pack).toString()).isEqualTo(name);
        });
    }

    @Test
    void an_interrupted_session_leaves_no_file() throws IOException {
        try (BlobSaver saver = repository.startSaving()) {
            save(saver, bytes(1000));
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> save(saver, bytes(PACK_BYTES))).isInstanceOf(IOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(lending.open()).isZero();
    }
}
