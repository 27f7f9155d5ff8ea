package dev.coffer.engine.prune;

import static dev.coffer.engine.prune.PruneFixture.THOROUGH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.prune.TwoPhasePrune.Removal;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A repository of which one snapshot is gone that had some files of its own and one that another snapshot has as well. */
class TwoPhasePruneTest {

    private static final Duration GRACE = Duration.ofHours(1);

    private PruneFixture fixture;
    private MemoryBackend store;
    private FaultyBackend backend;
    private Repository repository;
    private TwoPhasePrune prune;
    private Instant now = Instant.parse("2026-01-31T12:00:00Z");

    @BeforeEach
    void forgetOneOfTwoBackups() throws IOException {
        fixture = new PruneFixture();
        store = fixture.backend();
        ObjectId gone = fixture.backUp("a", "shared");
        fixture.backUp("b", "shared");
        fixture.forget(gone);
        backend = new FaultyBackend(store);
        repository = TestRepositories.open(backend);
        prune = prune(repository);
    }

    @AfterEach
    void close() throws IOException {
        repository.close();
        fixture.close();
    }

    private TwoPhasePrune prune(Repository any) {
        return new TwoPhasePrune(any, GRACE, () -> now, ProgressListener.NONE);
    }

    private int phaseOne() throws IOException {
        return prune.mark(prune.plan(THOROUGH));
    }

    @Test
    void phase_one_only_adds() throws IOException {
        Set<String> packs = store.names(FileType.PACK);
        Set<String> indexes = store.names(FileType.INDEX);
        assertThat(phaseOne()).isEqualTo(2);
        assertThat(store.names(FileType.PACK)).hasSize(packs.size() + 1).containsAll(packs);
        assertThat(store.names(FileType.INDEX)).hasSize(indexes.size() + 2).containsAll(indexes);
        assertThat(PruneFixture.findings(store)).isEmpty();
    }

    @Test
    void a_second_phase_one_has_nothing_to_do() throws IOException {
        phaseOne();
        try (Repository other = TestRepositories.open(store)) {
            TwoPhasePrune second = prune(other);
            assertThat(second.mark(second.plan(THOROUGH))).isZero();
        }
    }

    @Test
    void nothing_is_due_within_the_grace_period() throws IOException {
        phaseOne();
        now = now.plus(GRACE).minusMillis(1);
        assertThat(prune.due()).isZero();
        assertThat(prune.removeMarked()).isEqualTo(new Removal(0, 0, List.of()));
        assertThat(repository.index().marks()).hasSize(2);
    }

    @Test
    void then_only_what_the_snapshots_need_is_left() throws IOException {
        phaseOne();
        now = now.plus(GRACE);
        assertThat(prune.due()).isEqualTo(2);
        assertThat(prune.removeMarked()).isEqualTo(new Removal(2, 0, List.of()));
        try (Repository after = TestRepositories.open(store)) {
            assertThat(after.index().size()).isEqualTo(3);
            assertThat(after.index().marks()).isEmpty();
        }
        assertThat(store.names(FileType.INDEX)).hasSize(1);
        assertThat(PruneFixture.findings(store)).isEmpty();
    }

    @Test
    void another_prune_may_do_the_second_phase() throws IOException {
        phaseOne();
        now = now.plus(GRACE);
        try (Repository other = TestRepositories.open(store)) {
            assertThat(prune(other).removeMarked().removed()).isEqualTo(2);
        }
        PruneFixture.assertSound(store);
    }

    @Test
    void the_second_phase_reads_only_trees_that_are_new() throws IOException {
        phaseOne();
        now = now.plus(GRACE);
        backend.when(
                call -> call.operation() == Operation.LOAD && call.type() == FileType.PACK,
                new Fault.Refuse(new BackendException.Denied("read already", null)));
        assertThat(prune.removeMarked().removed()).isEqualTo(2);
    }

    @Test
    void what_a_backup_needs_again_that_does_not_know_of_marks_stays() throws IOException {
        phaseOne();
        fixture.backUp("a");
        now = now.plus(GRACE);
        assertThat(prune.removeMarked().needed()).isPositive();
        PruneFixture.assertSound(store);
        try (Repository after = TestRepositories.open(store)) {
            assertThat(after.index().marks()).isEmpty();
        }
    }

    @Test
    void packs_in_no_index_are_left_alone_as_a_backup_may_be_about_to_list_them() throws IOException {
        Handle stray = Handle.of(FileType.PACK, "ab".repeat(32));
        store.save(stray, Content.of(new byte[] {1}));
        phaseOne();
        now = now.plus(GRACE);
        prune.removeMarked();
        assertThat(store.contains(stray)).isTrue();
    }

    @Test
    void packs_that_cannot_be_removed_stay_marked_for_the_next_prune() throws IOException {
        phaseOne();
        now = now.plus(GRACE);
        backend.when(
                call -> call.operation() == Operation.REMOVE && call.type() == FileType.PACK,
                new Fault.Refuse(new BackendException.Denied("go away", null)));
        assertThat(prune.removeMarked().failures()).hasSize(2);
        Set<String> left = new HashSet<>(store.names(FileType.PACK));
        try (Repository other = TestRepositories.open(store)) {
            assertThat(prune(other).removeMarked()).isEqualTo(new Removal(2, 0, List.of()));
        }
        assertThat(store.names(FileType.PACK)).hasSize(left.size() - 2);
        assertThat(PruneFixture.findings(store)).isEmpty();
    }

    @Test
    void a_prune_in_between_ends_the_marks() throws IOException {
        phaseOne();
        PruneFixture.prune(store, THOROUGH);
        now = now.plus(GRACE);
        assertThat(prune.removeMarked().removed()).isZero();
        assertThat(PruneFixture.findings(store)).isEmpty();
    }
}
