package dev.coffer.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.FileType;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.engine.check.CheckRequest;
import dev.coffer.engine.check.Checker;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.SnapshotFilter;
import dev.coffer.engine.snapshot.SnapshotReference;
import dev.coffer.engine.snapshot.SnapshotSelector;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.snapshot.TagList;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Backups that note how far they have got as often as they can. */
class PartialSnapshotsTest extends BackupTestCase {

    private static final int FILES = 500;

    @BeforeEach
    void write() throws IOException {
        for (int i = 0; i < FILES; i++) {
            fixture.write("folder-" + i / 100 + "/sub-" + i / 50 + "/file-" + i, "content of file " + i);
        }
    }

    private BackupRequest request() {
        return fixture.request().withCheckpoints(Duration.ofNanos(1));
    }

    /** Saves some partial snapshots and fails when it comes to the next. */
    private void cutShort() {
        fixture.backend.when(
                call -> call.operation() == Operation.SAVE && call.type() == FileType.PACK && partialSnapshots() >= 3,
                new Fault.Refuse(new IOException("the store is broken")));
        assertThatThrownBy(() -> fixture.backup(request())).hasMessage("the store is broken");
        fixture.backend.recover();
    }

    private long partialSnapshots() {
        return fixture.backend.calls().stream()
                .filter(call -> call.operation() == Operation.SAVE && call.type() == FileType.SNAPSHOT)
                .count();
    }

    private List<StoredSnapshot> stored() throws IOException {
        return fixture.repository.snapshots().list().sound();
    }

    private SnapshotSelector selector(SnapshotFilter filter) throws IOException {
        return new SnapshotSelector(fixture.repository.snapshots().list(), filter);
    }

    @Test
    void a_first_backup_that_is_cut_short_leaves_one_partial_snapshot() throws IOException {
        cutShort();
        assertThat(stored()).singleElement().satisfies(found -> {
            assertThat(found.snapshot().partial()).isTrue();
            assertThat(found.snapshot().summary()).isNull();
        });
    }

    @Test
    void everything_that_a_partial_snapshot_refers_to_is_stored() throws IOException {
        cutShort();
        try (Repository repository = TestRepositories.open(fixture.backend)) {
            assertThat(new Checker(repository, _ -> {}, ProgressListener.NONE)
                            .check(CheckRequest.everything())
                            .isSound())
                    .isTrue();
        }
    }

    @Test
    void the_next_backup_reads_only_what_is_missing() throws IOException {
        cutShort();
        BackupSummary next = fixture.backup(request());
        assertThat(next.facts().filesUnmodified()).isBetween(100L, FILES - 1L);
        assertThat(next.facts().filesNew() + next.facts().filesUnmodified()).isEqualTo(FILES);
    }

    @Test
    void the_next_backup_is_as_if_nothing_had_happened() throws IOException {
        cutShort();
        BackupSummary next = fixture.backup(request());
        BackupSummary fresh = fixture.backup(fixture.request().withParent(new ParentChoice.None()));
        assertThat(fixture.tree(next)).isEqualTo(fixture.tree(fresh));
        assertThat(fixture.snapshot(next).partial()).isFalse();
    }

    @Test
    void a_complete_snapshot_replaces_all_partial_ones() throws IOException {
        cutShort();
        BackupSummary next = fixture.backup(request());
        assertThat(stored())
                .extracting(StoredSnapshot::id)
                .containsExactly(next.snapshot().orElseThrow());
    }

    @Test
    void a_partial_snapshot_is_never_taken_for_a_complete_one_that_has_not_changed() throws IOException {
        BackupSummary complete = fixture.backup(request());
        Snapshot partial = fixture.snapshot(complete).toBuilder()
                .tags(List.of(Snapshot.PARTIAL))
                .build();
        fixture.repository.snapshots().remove(complete.snapshot().orElseThrow());
        fixture.repository.snapshots().save(partial);
        BackupSummary next = fixture.backup(request().withIdentical(BackupRequest.Identical.SKIPPED));
        assertThat(next.snapshot()).isPresent();
    }

    @Test
    void backups_that_have_a_complete_parent_save_none() throws IOException {
        fixture.backup();
        long before = partialSnapshots();
        fixture.backup(request());
        assertThat(partialSnapshots()).isEqualTo(before + 1);
    }

    @Test
    void a_partial_snapshot_that_cannot_be_saved_does_no_harm() throws IOException {
        fixture.backend.when(
                call -> call.operation() == Operation.SAVE
                        && call.type() == FileType.SNAPSHOT
                        && partialSnapshots() <= 1,
                new Fault.Refuse(new IOException("not now")));
        BackupSummary summary = fixture.backup(request());
        assertThat(stored())
                .extracting(StoredSnapshot::id)
                .containsExactly(summary.snapshot().orElseThrow());
    }

    @Test
    void only_those_who_ask_for_them_see_partial_snapshots() throws IOException {
        cutShort();
        assertThat(selector(SnapshotFilter.ALL).all()).isEmpty();
        assertThatThrownBy(() -> selector(SnapshotFilter.ALL).named(SnapshotReference.LATEST))
                .isInstanceOf(BadRequest.class);
        SnapshotFilter asking =
                new SnapshotFilter(Set.of(), List.of(), List.of(new TagList(List.of(Snapshot.PARTIAL))));
        assertThat(selector(asking).all()).hasSize(1);
        assertThat(selector(SnapshotFilter.ALL).named(stored().getFirst().id().shortHex()))
                .isEqualTo(stored().getFirst());
    }
}
