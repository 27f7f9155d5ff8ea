package dev.coffer.engine.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.Backend;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.check.Finding;
import dev.coffer.engine.index.IndexCodec;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.prune.PruneFixture;
import dev.coffer.engine.repository.Password;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IndexRepairTest {

    private PruneFixture fixture;
    private MemoryBackend backend;
    private final List<RepairNote> notes = new ArrayList<>();

    @BeforeEach
    void backUp() throws IOException {
        fixture = new PruneFixture();
        backend = fixture.backend();
        fixture.backUp("a", "b");
        fixture.backUp("c");
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private void repair() throws IOException {
        try (Repository repository = open(backend)) {
            new IndexRepair(repository, notes::add, ProgressListener.NONE).repair();
        }
    }

    private static Repository open(Backend backend) throws IOException {
        return Repository.open(
                backend, Password.of(TestRepositories.PASSWORD), Optional.empty(), TestRepositories.options());
    }

    /** The pack of two data blobs of the same length. */
    private IndexedPack pack() throws IOException {
        List<IndexedPack> packs = new ArrayList<>();
        try (Repository repository = TestRepositories.open(backend)) {
            repository.index().forEachPack(packs::add);
        }
        return packs.stream()
                .filter(pack -> pack.blobs().size() == 2)
                .findFirst()
                .orElseThrow();
    }

    private Handle anyIndex() {
        return Handle.of(FileType.INDEX, backend.names(FileType.INDEX).first());
    }

    /** Replaces all index files by one that lists these packs. */
    private void list(IndexedPack... packs) throws IOException {
        backend.names(FileType.INDEX).forEach(name -> backend.lose(Handle.of(FileType.INDEX, name)));
        try (Repository repository = open(backend)) {
            repository.files().save(FileType.INDEX, document -> IndexCodec.encode(List.of(packs), document));
        }
    }

    @Test
    void an_index_that_fits_says_the_same_afterwards() throws IOException {
        repair();
        assertThat(notes).isEmpty();
        assertThat(PruneFixture.findings(backend)).isEmpty();
    }

    @Test
    void packs_of_a_lost_index_are_listed_again() throws IOException {
        backend.lose(anyIndex());
        repair();
        assertThat(notes).hasSize(2).hasOnlyElementsOfType(RepairNote.PackAdded.class);
        assertThat(PruneFixture.findings(backend)).isEmpty();
    }

    @Test
    void a_damaged_index_is_replaced() throws IOException {
        backend.damage(anyIndex(), 30);
        repair();
        assertThat(notes).hasSize(3).hasAtLeastOneElementOfType(RepairNote.IndexDamaged.class);
        assertThat(PruneFixture.findings(backend)).isEmpty();
    }

    @Test
    void a_pack_that_is_not_there_is_listed_no_more() throws IOException {
        ObjectId pack = pack().pack();
        backend.lose(Handle.of(FileType.PACK, pack.toString()));
        repair();
        assertThat(notes).containsExactly(new RepairNote.PackDropped(pack));
        assertThat(PruneFixture.findings(backend))
                .isNotEmpty()
                .allMatch(finding -> finding instanceof Finding.TreeDamaged);
    }

    @Test
    void a_pack_of_another_size_than_was_listed_is_read() throws IOException {
        IndexedPack whole = pack();
        list(new IndexedPack(whole.pack(), whole.blobs().subList(0, 1)));
        repair();
        assertThat(notes).hasAtLeastOneElementOfType(RepairNote.PackReread.class);
        assertThat(PruneFixture.findings(backend)).isEmpty();
    }

    @Test
    void a_pack_that_does_not_say_what_it_holds_is_not_listed() throws IOException {
        ObjectId pack = pack().pack();
        Handle file = Handle.of(FileType.PACK, pack.toString());
        backend.damage(file, backend.bytes(file).length - 20);
        list();
        repair();
        assertThat(notes).filteredOn(RepairNote.PackUnlisted.class::isInstance).hasSize(1);
        try (Repository repository = TestRepositories.open(backend)) {
            assertThat(repository.index().containsPack(pack)).isFalse();
            assertThat(repository.index().packs()).hasSize(3);
        }
    }

    @Test
    void blobs_in_the_wrong_places_are_found_when_all_packs_are_read() throws IOException {
        PackedBlob first = pack().blobs().getFirst();
        PackedBlob last = pack().blobs().getLast();
        list(new IndexedPack(pack().pack(), List.of(moved(first, last), moved(last, first))));
        repair();
        assertThat(PruneFixture.findings(backend)).isNotEmpty();
        try (Repository repository = open(backend)) {
            new IndexRepair(repository, notes::add, ProgressListener.NONE).rebuild();
        }
        assertThat(PruneFixture.findings(backend)).isEmpty();
    }

    private static PackedBlob moved(PackedBlob blob, PackedBlob there) {
        return new PackedBlob(blob.handle(), there.offset(), there.length(), there.uncompressedLength());
    }
}
