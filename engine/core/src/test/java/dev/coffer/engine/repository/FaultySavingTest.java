package dev.coffer.engine.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileType;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.compress.CompressionMode;
import dev.coffer.engine.index.BlobLocation;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.pack.PackedBlob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One request to the store fails in the middle of saving; whichever it is, nothing refers to what is not stored. */
class FaultySavingTest {

    private static final int BLOBS = 24;
    private static final int BLOB_BYTES = 64 * 1024;
    private static final int PACK_BYTES = 256 * 1024;

    /** A session makes at least so many requests; one number more, and the fault may strike none of them. */
    private static final int REQUESTS = 8;

    private static final IOException FAILURE = new BackendException.Transient("the store stumbled", null);

    private final MemoryBackend memory = new MemoryBackend();
    private final FaultyBackend store = new FaultyBackend(memory);
    private final List<byte[]> contents = contents();
    private Repository repository;

    @BeforeEach
    void open() throws IOException {
        RepositoryOptions options =
                TestRepositories.options().withCompression(CompressionMode.OFF).withPackSize(PACK_BYTES);
        TestRepositories.init(memory);
        repository = TestRepositories.open(store, options);
    }

    static Stream<Arguments> faults() {
        List<Fault> faults = List.of(new Fault.Refuse(FAILURE), new Fault.LoseAnswer(FAILURE));
        return faults.stream()
                .flatMap(fault -> Stream.iterate(1, number -> number <= REQUESTS, number -> number + 1)
                        .map(number -> Arguments.of(fault, number)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void every_index_entry_leads_to_a_sound_blob(Fault fault, int number) throws Exception {
        store.onCall(Operation.SAVE, number, fault);
        assertThatThrownBy(this::saveAll).hasMessage(FAILURE.getMessage());
        requireSoundIndex();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void the_next_session_stores_or_lists_all_that_the_failed_one_did_not(Fault fault, int number) throws Exception {
        store.onCall(Operation.SAVE, number, fault);
        assertThatThrownBy(this::saveAll).hasMessage(FAILURE.getMessage());
        store.recover();
        List<BlobHandle> saved = saveAll();
        BlobLoader loader = TestRepositories.open(memory).blobs();
        for (int i = 0; i < saved.size(); i++) {
            assertThat(loader.load(saved.get(i))).isEqualTo(contents.get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_session_that_failed_cannot_be_finished_any_more(Fault fault, int number) throws Exception {
        store.onCall(Operation.SAVE, number, fault);
        try (BlobSaver saver = repository.startSaving()) {
            assertThatThrownBy(() -> saveAll(saver)).hasMessage(FAILURE.getMessage());
            store.recover();
            assertThatThrownBy(saver::flush).hasMessage(FAILURE.getMessage());
        }
    }

    @Test
    void packs_that_were_stored_in_part_are_not_listed() throws Exception {
        Fault tear = new Fault.Tear(100, FAILURE);
        store.when(call -> call.type() == FileType.PACK && call.number() >= 3, tear);
        assertThatThrownBy(this::saveAll).hasMessage(FAILURE.getMessage());
        requireSoundIndex();
    }

    @Test
    void a_blob_lost_to_an_interrupt_is_not_forgotten() throws Exception {
        try (BlobSaver saver = repository.startSaving()) {
            Thread.currentThread().interrupt();
            byte[] large = new byte[PACK_BYTES];
            assertThatThrownBy(() -> saver.save(BlobType.DATA, large, 0, large.length))
                    .isInstanceOf(IOException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThatThrownBy(saver::flush).isInstanceOf(IOException.class);
        }
    }

    @Test
    void an_abandoned_session_leaves_nothing_that_a_later_one_takes_for_listed() throws Exception {
        byte[] large = new byte[PACK_BYTES];
        try (BlobSaver abandoned = repository.startSaving()) {
            abandoned.save(BlobType.DATA, large, 0, large.length);
            while (memory.names(FileType.PACK).isEmpty()) {
                Thread.onSpinWait();
            }
        }
        SavedBlob saved;
        try (BlobSaver next = repository.startSaving()) {
            saved = next.save(BlobType.DATA, large, 0, large.length);
            next.flush();
        }
        BlobHandle handle = BlobHandle.data(saved.id());
        assertThat(TestRepositories.open(memory).blobs().load(handle)).isEqualTo(large);
    }

    private List<BlobHandle> saveAll() throws IOException {
        try (BlobSaver saver = repository.startSaving()) {
            return saveAll(saver);
        }
    }

    private List<BlobHandle> saveAll(BlobSaver saver) throws IOException {
        List<BlobHandle> saved = new ArrayList<>();
        for (byte[] content : contents) {
            BlobType type = saved.size() % 4 == 0 ? BlobType.TREE : BlobType.DATA;
            saved.add(new BlobHandle(
                    type, saver.save(type, content, 0, content.length).id()));
        }
        saver.flush();
        return saved;
    }

    private void requireSoundIndex() throws IOException {
        Repository reopened = TestRepositories.open(memory);
        for (IndexedPack pack : reopened.index().packsWithBlobs()) {
            for (PackedBlob blob : pack.blobs()) {
                Optional<BlobLocation> location = reopened.index().lookup(blob.handle());
                assertThat(location).contains(new BlobLocation(pack.pack(), blob));
                reopened.blobs().load(blob.handle());
            }
        }
    }

    private static List<byte[]> contents() {
        Random random = new Random(7);
        return Stream.generate(() -> {
                    byte[] content = new byte[BLOB_BYTES];
                    random.nextBytes(content);
                    return content;
                })
                .limit(BLOBS)
                .toList();
    }
}
