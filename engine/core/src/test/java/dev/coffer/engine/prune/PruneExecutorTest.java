package dev.coffer.engine.prune;

import static dev.coffer.engine.prune.PruneFixture.THOROUGH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.FileRemoval;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A repository of which one snapshot is gone that had some files of its own and one that another snapshot has as well. */
class PruneExecutorTest {

    private static final Handle STRAY = Handle.of(FileType.PACK, "ab".repeat(32));

    private PruneFixture fixture;
    private MemoryBackend backend;
    private ObjectId kept;

    @BeforeEach
    void forgetOneOfTwoBackups() throws IOException {
        fixture = new PruneFixture();
        backend = fixture.backend();
        ObjectId gone = fixture.backUp("a", "shared");
        kept = fixture.backUp("b", "shared");
        fixture.forget(gone);
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private static long blobs(MemoryBackend backend) throws IOException {
        try (Repository repository = TestRepositories.open(backend)) {
            return repository.index().size();
        }
    }

    @Test
    void only_what_the_snapshots_need_is_left() throws IOException {
        assertThat(blobs(backend)).isEqualTo(5);
        assertThat(PruneFixture.prune(backend, THOROUGH)).isEmpty();
        assertThat(blobs(backend)).isEqualTo(3);
        assertThat(PruneFixture.findings(backend)).isEmpty();
    }

    @Test
    void a_second_prune_has_nothing_to_do() throws IOException {
        PruneFixture.prune(backend, THOROUGH);
        Set<String> packs = backend.names(FileType.PACK);
        Set<String> indexes = backend.names(FileType.INDEX);
        PruneFixture.prune(backend, THOROUGH);
        assertThat(backend.names(FileType.PACK)).isEqualTo(packs);
        assertThat(backend.names(FileType.INDEX)).isEqualTo(indexes);
    }

    @Test
    void a_plan_alone_changes_nothing() throws IOException {
        FaultyBackend watched = new FaultyBackend(backend);
        PruneFixture.plan(watched, THOROUGH);
        assertThat(watched.count(Operation.SAVE) + watched.count(Operation.REMOVE))
                .isZero();
    }

    @Test
    void snapshots_that_are_about_to_go_need_nothing() throws IOException {
        try (Repository repository = TestRepositories.open(backend)) {
            PrunePlan plan = new PrunePlanner(repository, ProgressListener.NONE).plan(THOROUGH, Set.of(kept));
            assertThat(plan.packs()).extracting(PlannedPack::reason).containsOnly(PackReason.UNUSED);
        }
    }

    @Test
    void a_pack_in_no_index_is_removed() throws IOException {
        backend.save(STRAY, Content.of(new byte[] {1, 2, 3}));
        PrunePlan plan = PruneFixture.plan(backend, PruneOptions.USUAL);
        assertThat(plan.statistics().unindexedBytes()).isEqualTo(3);
        PruneFixture.prune(backend, PruneOptions.USUAL);
        assertThat(backend.contains(STRAY)).isFalse();
    }

    @Test
    void a_missing_pack_that_nobody_needs_is_dropped_from_the_index() throws IOException {
        String unused = packFor(PackReason.UNUSED);
        backend.lose(Handle.of(FileType.PACK, unused));
        PruneFixture.prune(backend, THOROUGH);
        assertThat(PruneFixture.findings(backend)).isEmpty();
    }

    private String packFor(PackReason reason) throws IOException {
        return PruneFixture.plan(backend, THOROUGH).packs().stream()
                .filter(pack -> pack.reason() == reason)
                .map(pack -> pack.pack().toString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_damaged_blob_to_be_copied_ends_the_prune_before_anything_is_removed() throws IOException {
        Handle pack = Handle.of(FileType.PACK, packFor(PackReason.PARTLY_USED));
        backend.overwrite(pack, new byte[backend.bytes(pack).length]);
        Set<String> packs = backend.names(FileType.PACK);
        assertThatThrownBy(() -> PruneFixture.prune(backend, THOROUGH)).isInstanceOf(CorruptData.class);
        assertThat(backend.names(FileType.PACK)).containsAll(packs);
    }

    @Test
    void a_pack_that_cannot_be_removed_is_told_and_is_left_to_the_next_prune() throws IOException {
        String unused = packFor(PackReason.UNUSED);
        FaultyBackend stubborn = new FaultyBackend(backend)
                .when(
                        call -> call.operation() == Operation.REMOVE
                                && call.handle().orElseThrow().name().equals(unused),
                        new Fault.Refuse(new BackendException.Denied("go away", null)));
        List<FileRemoval.Failure> failures = PruneFixture.prune(stubborn, THOROUGH);
        assertThat(failures).extracting(failure -> failure.id().toString()).containsExactly(unused);
        PruneFixture.assertSound(backend);
        PruneFixture.prune(backend, THOROUGH);
        assertThat(backend.names(FileType.PACK)).doesNotContain(unused);
    }

    @Test
    void without_space_the_index_goes_before_it_is_stored_again() throws IOException {
        FaultyBackend watched = new FaultyBackend(backend);
        try (Repository repository = TestRepositories.open(watched)) {
            PrunePlan plan = PruneFixture.plan(repository, THOROUGH.withoutRepacking());
            new PruneExecutor(repository, ProgressListener.NONE).executeWithoutSpace(plan);
        }
        assertThat(watched.calls().stream()
                        .filter(call -> call.operation() == Operation.SAVE || call.operation() == Operation.REMOVE)
                        .map(call -> call.operation() + " " + call.type())
                        .distinct())
                .containsExactly("REMOVE INDEX", "REMOVE PACK", "SAVE INDEX");
        assertThat(PruneFixture.findings(backend)).isEmpty();
    }
}
