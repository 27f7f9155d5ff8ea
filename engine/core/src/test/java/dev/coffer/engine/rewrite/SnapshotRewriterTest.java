package dev.coffer.engine.rewrite;

import static dev.coffer.engine.walk.TreeFixture.dir;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.FileType;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.MissingBlob;
import dev.coffer.engine.errors.RepositoryException.UnsupportedFormat;
import dev.coffer.engine.filter.PathFilter;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.SnapshotSummary;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.tree.TreeReader;
import dev.coffer.engine.walk.TreeTestCase;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotRewriterTest extends TreeTestCase {

    private static final RewriteRequest WITHOUT_SECRETS =
            RewriteRequest.NOTHING.withFilter(Filters.excluding("secret"));

    private ObjectId snapshotOfTwoFolders() throws IOException {
        ObjectId folder = fixture.tree(fixture.file("open", "open"), fixture.file("secret", "secret"));
        return fixture.tree(dir("a", folder), dir("b", fixture.tree(fixture.file("other", "12345"))));
    }

    private RewriteOutcome rewrite(StoredSnapshot snapshot, RewriteRequest request) throws IOException {
        try (SnapshotRewriter rewriter = new SnapshotRewriter(fixture.repository(), request)) {
            return rewriter.rewrite(snapshot);
        }
    }

    /** The only snapshot made from the given one. */
    private Snapshot madeFrom(StoredSnapshot snapshot) throws IOException {
        List<Snapshot> made = fixture.repository().snapshots().list().sound().stream()
                .map(StoredSnapshot::snapshot)
                .filter(candidate -> snapshot.id().equals(candidate.original()))
                .toList();
        assertThat(made).hasSize(1);
        return made.getFirst();
    }

    private List<String> paths(ObjectId tree, String folder) throws IOException {
        Repository repository = fixture.repository();
        List<String> paths = new ArrayList<>();
        for (Node node : TreeReader.readAll(repository.blobs().load(BlobHandle.tree(tree)))) {
            paths.add(folder + node.name());
            if (node.type() == NodeType.DIR) {
                paths.addAll(paths(Objects.requireNonNull(node.subtree()), folder + node.name() + "/"));
            }
        }
        return paths;
    }

    @Test
    void what_is_left_out_is_missing_in_the_new_snapshot_and_nothing_else() throws Exception {
        StoredSnapshot old = fixture.snapshot(snapshotOfTwoFolders());
        rewrite(old, WITHOUT_SECRETS);
        assertThat(paths(madeFrom(old).tree(), "/")).containsExactly("/a", "/a/open", "/b", "/b/other");
    }

    @Test
    void the_old_snapshot_stays_and_a_tag_tells_the_new_one_apart() throws Exception {
        StoredSnapshot old = fixture.snapshot(snapshotOfTwoFolders());
        rewrite(old, WITHOUT_SECRETS);
        assertThat(madeFrom(old).tags()).containsExactly("old", "rewrite");
        assertThat(fixture.repository().snapshots().listIds()).hasSize(2).contains(old.id());
    }

    @Test
    void the_old_snapshot_goes_if_that_is_asked_for_and_no_tag_is_needed() throws Exception {
        StoredSnapshot old = fixture.snapshot(snapshotOfTwoFolders());
        rewrite(old, WITHOUT_SECRETS.withOriginal(Original.REMOVED));
        assertThat(madeFrom(old).tags()).containsExactly("old");
        assertThat(fixture.repository().snapshots().listIds()).hasSize(1);
    }

    @Test
    void the_totals_are_those_of_what_is_left() throws Exception {
        StoredSnapshot old = fixture.snapshot(snapshotOfTwoFolders());
        rewrite(old, WITHOUT_SECRETS);
        assertThat(madeFrom(old).summary())
                .satisfies(summary -> assertThat(summary.totalFilesProcessed()).isEqualTo(2))
                .satisfies(summary -> assertThat(summary.totalBytesProcessed()).isEqualTo(9));
    }

    @Test
    void a_folder_that_snapshots_share_counts_in_each() throws Exception {
        ObjectId root = snapshotOfTwoFolders();
        StoredSnapshot first = fixture.snapshot(root);
        StoredSnapshot second = fixture.snapshot(fixture.tree(dir("a", root), dir("b", fixture.tree())));
        try (SnapshotRewriter rewriter = new SnapshotRewriter(fixture.repository(), WITHOUT_SECRETS)) {
            rewriter.rewrite(first);
            rewriter.rewrite(first);
            rewriter.rewrite(second);
        }
        assertThat(madeFrom(second).summary())
                .satisfies(summary -> assertThat(summary.totalFilesProcessed()).isEqualTo(2));
    }

    @Test
    void the_same_folder_at_another_path_is_looked_at_again() throws Exception {
        ObjectId folder = fixture.tree(fixture.file("file", "1"));
        StoredSnapshot old = fixture.snapshot(fixture.tree(dir("a", folder), dir("b", folder)));
        rewrite(old, RewriteRequest.NOTHING.withFilter(Filters.excluding("/a/file")));
        assertThat(paths(madeFrom(old).tree(), "/")).containsExactly("/a", "/b", "/b/file");
    }

    @Test
    void a_snapshot_that_would_not_change_stays_alone() throws Exception {
        StoredSnapshot old = fixture.snapshot(snapshotOfTwoFolders());
        StoredSnapshot counted = new StoredSnapshot(
                old.id(),
                old.snapshot().toBuilder()
                        .summary(SnapshotSummary.NOTHING.withTotals(3, 15))
                        .build());
        RewriteRequest request = RewriteRequest.NOTHING.withFilter(Filters.excluding("nothing"));
        assertThat(rewrite(counted, request)).isEqualTo(new RewriteOutcome.Unchanged());
        assertThat(fixture.repository().snapshots().listIds()).containsExactly(old.id());
    }

    @Test
    void counting_makes_a_snapshot_with_the_same_tree() throws Exception {
        StoredSnapshot old = fixture.snapshot(snapshotOfTwoFolders());
        int packs = fixture.backend().names(FileType.PACK).size();
        rewrite(old, RewriteRequest.NOTHING.withFilter(PathFilter.ALL));
        assertThat(madeFrom(old).tree()).isEqualTo(old.snapshot().tree());
        assertThat(madeFrom(old).summary()).isNotNull();
        assertThat(fixture.backend().names(FileType.PACK)).hasSize(packs);
    }

    @Test
    void a_snapshot_of_which_nothing_is_included_stays_alone() throws Exception {
        StoredSnapshot old = fixture.snapshot(snapshotOfTwoFolders());
        RewriteRequest request =
                RewriteRequest.NOTHING.withFilter(Filters.including("nothing")).withOriginal(Original.REMOVED);
        assertThat(rewrite(old, request)).isEqualTo(new RewriteOutcome.Unchanged());
        assertThat(fixture.repository().snapshots().listIds()).containsExactly(old.id());
    }

    @Test
    void a_snapshot_of_which_everything_is_excluded_becomes_empty() throws Exception {
        StoredSnapshot old = fixture.snapshot(snapshotOfTwoFolders());
        rewrite(old, RewriteRequest.NOTHING.withFilter(Filters.excluding("*")));
        assertThat(paths(madeFrom(old).tree(), "/")).isEmpty();
    }

    @Test
    void new_labels_leave_the_tree_alone() throws Exception {
        StoredSnapshot old = fixture.snapshot(ObjectId.of(new byte[3]));
        OffsetDateTime time = OffsetDateTime.parse("1999-01-01T11:11:11+01:00");
        rewrite(old, RewriteRequest.NOTHING.withHostname("new").withTime(time));
        assertThat(madeFrom(old).hostname()).isEqualTo("new");
        assertThat(madeFrom(old).time()).isEqualTo(time);
        assertThat(madeFrom(old).tree()).isEqualTo(old.snapshot().tree());
        assertThat(Optional.ofNullable(madeFrom(old).summary())).isEmpty();
    }

    @Test
    void a_folder_with_unknown_members_is_not_rewritten() throws Exception {
        ObjectId odd = fixture.rawTree("{\"nodes\":[{\"name\":\"x\",\"type\":\"dir\",\"colour\":\"red\"}]}");
        StoredSnapshot old = fixture.snapshot(fixture.tree(dir("odd", odd)));
        assertThatThrownBy(() -> rewrite(old, WITHOUT_SECRETS.withFilter(Filters.excluding("x"))))
                .isInstanceOf(UnsupportedFormat.class)
                .hasMessageContaining("/odd");
        assertThat(fixture.repository().snapshots().listIds()).containsExactly(old.id());
    }

    @Test
    void a_folder_out_of_order_is_not_rewritten() throws Exception {
        ObjectId odd = fixture.tree(fixture.file("b", "1"), fixture.file("a", "2"));
        assertThatThrownBy(() -> rewrite(fixture.snapshot(odd), WITHOUT_SECRETS))
                .isInstanceOf(UnsupportedFormat.class);
    }

    @Test
    void a_folder_that_cannot_be_read_ends_the_work() throws Exception {
        StoredSnapshot old = fixture.snapshot(fixture.tree(dir("lost", ObjectId.of(new byte[1]))));
        assertThatThrownBy(() -> rewrite(old, WITHOUT_SECRETS.withOriginal(Original.REMOVED)))
                .isInstanceOf(MissingBlob.class);
        assertThat(fixture.repository().snapshots().listIds()).containsExactly(old.id());
    }

    @Test
    void a_folder_that_cannot_be_read_does_not_matter_if_it_is_left_out() throws Exception {
        StoredSnapshot old = fixture.snapshot(fixture.tree(dir("secret", ObjectId.of(new byte[1]))));
        rewrite(old, WITHOUT_SECRETS);
        assertThat(paths(madeFrom(old).tree(), "/")).isEmpty();
    }
}
