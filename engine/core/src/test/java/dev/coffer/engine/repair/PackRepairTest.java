package dev.coffer.engine.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.check.Finding;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.index.IndexCodec;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.prune.PruneFixture;
import dev.coffer.engine.repository.BlobCopier;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository with a pack of three data blobs, of which one is damaged. */
class PackRepairTest {

    @TempDir
    private Path folder;

    private PruneFixture fixture;
    private MemoryBackend backend;
    private IndexedPack damaged;
    private final List<RepairNote> notes = new ArrayList<>();

    @BeforeEach
    void damageOneBlob() throws IOException {
        fixture = new PruneFixture();
        backend = fixture.backend();
        fixture.backUp("first", "second", "third");
        try (Repository repository = TestRepositories.open(backend)) {
            damaged = packOf(repository.index(), data("first"));
        }
        PackedBlob second = damaged.blobs().get(1);
        backend.damage(file(), (int) second.offset() + 20);
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private static BlobHandle data(String content) {
        return BlobHandle.data(ObjectId.of(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static IndexedPack packOf(Index index, BlobHandle blob) {
        ObjectId pack = index.lookup(blob).orElseThrow().pack();
        List<IndexedPack> found = new ArrayList<>();
        index.forEachPack(indexed -> Optional.of(indexed)
                .filter(candidate -> candidate.pack().equals(pack))
                .ifPresent(found::add));
        return found.getFirst();
    }

    private Handle file() {
        return Handle.of(FileType.PACK, damaged.pack().toString());
    }

    private PackRepair.Result repair(Backend store) throws IOException {
        try (Repository repository = TestRepositories.open(store)) {
            return new PackRepair(repository, Set.of(damaged.pack()), notes::add, ProgressListener.NONE).repair();
        }
    }

    private void saveCopies() throws IOException {
        try (Repository repository = TestRepositories.open(backend)) {
            new PackRepair(repository, Set.of(damaged.pack()), notes::add, ProgressListener.NONE).saveCopies(folder);
        }
    }

    @Test
    void what_is_sound_is_saved_and_what_is_not_is_lost() throws IOException {
        BlobHandle lost = damaged.blobs().get(1).handle();
        PackRepair.Result result = repair(backend);
        assertThat(result).isEqualTo(new PackRepair.Result(2, 1, List.of()));
        assertThat(notes)
                .singleElement()
                .isInstanceOfSatisfying(
                        RepairNote.BlobLost.class,
                        note -> assertThat(note.blob()).isEqualTo(lost));
        assertThat(backend.contains(file())).isFalse();
        assertThat(PruneFixture.findings(backend)).singleElement().isInstanceOf(Finding.TreeDamaged.class);
    }

    @Test
    void a_blob_that_another_pack_has_is_not_lost() throws IOException {
        MemoryBackend sound = backend.copy();
        // Damage flips bits, so damage to the same place mends it.
        sound.damage(file(), (int) damaged.blobs().get(1).offset() + 20);
        try (Repository repository = TestRepositories.open(sound);
                BlobSaver saver = repository.startSaving()) {
            new BlobCopier(repository, saver).copy(List.of(damaged), _ -> {});
            saver.flush();
        }
        sound.overwrite(file(), backend.bytes(file()));
        assertThat(repair(sound).lost()).isZero();
        assertThat(notes).singleElement().isInstanceOf(RepairNote.BlobElsewhere.class);
        PruneFixture.assertSound(sound);
    }

    @Test
    void of_a_pack_that_was_cut_off_the_beginning_is_saved() throws IOException {
        PackedBlob last = damaged.blobs().getLast();
        backend.overwrite(file(), Arrays.copyOf(backend.bytes(file()), (int) last.offset() + 5));
        assertThat(repair(backend).saved()).isEqualTo(1);
    }

    @Test
    void nothing_of_a_missing_pack_is_saved_and_it_is_listed_no_more() throws IOException {
        backend.lose(file());
        assertThat(repair(backend)).isEqualTo(new PackRepair.Result(0, 3, List.of()));
        try (Repository repository = TestRepositories.open(backend)) {
            assertThat(repository.index().containsPack(damaged.pack())).isFalse();
        }
    }

    @Test
    void blobs_that_the_index_does_not_list_are_found_in_the_header() throws IOException {
        backend.names(FileType.INDEX).forEach(name -> backend.lose(Handle.of(FileType.INDEX, name)));
        try (Repository repository = TestRepositories.open(backend)) {
            IndexedPack little = new IndexedPack(damaged.pack(), damaged.blobs().subList(0, 1));
            repository.files().save(FileType.INDEX, document -> IndexCodec.encode(List.of(little), document));
        }
        assertThat(repair(backend).saved()).isEqualTo(2);
    }

    @Test
    void a_copy_of_the_damaged_pack_is_left_in_a_folder() throws IOException {
        saveCopies();
        assertThat(folder.resolve("pack-" + damaged.pack())).hasBinaryContent(backend.bytes(file()));
    }

    @Test
    void no_file_is_replaced_by_a_copy() throws IOException {
        Files.writeString(folder.resolve("pack-" + damaged.pack()), "precious");
        assertThatThrownBy(this::saveCopies).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void a_pack_that_the_store_does_not_hand_out_at_present_is_left_alone() {
        FaultyBackend closed = new FaultyBackend(backend)
                .when(
                        call -> call.operation() == Operation.LOAD && call.type() == FileType.PACK,
                        new Fault.Refuse(new BackendException.Denied("go away", null)));
        assertThatThrownBy(() -> repair(closed)).hasMessage("go away");
        assertThat(backend.contains(file())).isTrue();
    }

    @Test
    void wherever_it_ends_no_more_is_damaged_than_before_and_it_can_be_done_again() throws IOException {
        FaultyBackend watched = new FaultyBackend(backend.copy());
        repair(watched);
        int changes = watched.count(Operation.SAVE) + watched.count(Operation.REMOVE);
        assertThat(changes).isGreaterThanOrEqualTo(4);
        for (int change = 1; change <= changes; change++) {
            MemoryBackend store = backend.copy();
            endAt(change, store);
            assertThat(PruneFixture.findings(store).stream().filter(Finding.Damage.class::isInstance))
                    .hasSize(1);
            repair(store);
            assertThat(PruneFixture.findings(store).stream().filter(Finding.Damage.class::isInstance))
                    .singleElement()
                    .isInstanceOf(Finding.TreeDamaged.class);
        }
    }

    private void endAt(int change, MemoryBackend store) {
        AtomicInteger changes = new AtomicInteger();
        FaultyBackend failing = new FaultyBackend(store)
                .when(
                        call -> (call.operation() == Operation.SAVE || call.operation() == Operation.REMOVE)
                                && changes.incrementAndGet() >= change,
                        new Fault.Refuse(new BackendException.Denied("gone", null)));
        try {
            assertThat(repair(failing).notRemoved()).isNotEmpty();
        } catch (IOException e) {
            assertThat(e).hasMessage("gone");
        }
    }
}
