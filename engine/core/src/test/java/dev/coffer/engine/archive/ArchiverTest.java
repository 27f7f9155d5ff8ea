package dev.coffer.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.chunker.Chunker;
import dev.coffer.chunker.ChunkerLimits;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.filter.PatternList;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.SnapshotSummary;
import dev.coffer.engine.source.FilterRules;
import dev.coffer.engine.tree.Node;
import dev.coffer.testing.RandomData;
import dev.coffer.testing.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArchiverTest extends BackupTestCase {

    @Test
    void files_come_back_as_they_were() throws IOException {
        fixture.write("a", "first");
        fixture.write("dir/b", "second");
        fixture.write("dir/empty", "");
        BackupSummary summary = fixture.backup();
        assertThat(fixture.text(summary, "a")).isEqualTo("first");
        assertThat(fixture.text(summary, "dir/b")).isEqualTo("second");
        assertThat(fixture.node(summary, "dir/empty").content()).isEmpty();
    }

    @Test
    void the_snapshot_says_what_it_is_of() throws IOException {
        fixture.write("a", "first");
        Snapshot snapshot = fixture.snapshot(fixture.backup());
        assertThat(snapshot.paths()).containsExactly(fixture.folder.toString());
        assertThat(snapshot.hostname()).isEqualTo("host");
        assertThat(snapshot.programVersion()).isEqualTo("coffer test");
        assertThat(snapshot.uid()).isEqualTo(1);
        assertThat(snapshot.summary()).isNotNull();
    }

    @Test
    void links_and_pipes_are_recorded() throws IOException {
        Files.createSymbolicLink(fixture.folder.resolve("link"), Path.of("target"));
        fixture.files.files().createFifo(fixture.folder.resolve("pipe").toString());
        BackupSummary summary = fixture.backup();
        assertThat(fixture.node(summary, "link").linkTarget()).isEqualTo("target");
        assertThat(fixture.names(fixture.tree(summary))).containsExactly("link", "pipe");
    }

    @Seeds(3)
    void large_files_are_cut_where_the_chunker_says(long seed) throws IOException {
        byte[] content = new RandomData(seed).mixed(20 << 20, 4 << 20);
        fixture.write("large", content);
        Node node = fixture.node(fixture.backup(), "large");
        assertThat(node.content()).isEqualTo(chunks(content));
        assertThat(node.size()).isEqualTo(content.length);
        assertThat(fixture.content(node)).isEqualTo(content);
    }

    private List<ObjectId> chunks(byte[] content) {
        Chunker chunker = new Chunker(fixture.repository.config().polynomial(), ChunkerLimits.RESTIC);
        List<ObjectId> ids = new ArrayList<>();
        int start = 0;
        while (start < content.length) {
            int cut = chunker.nextSplitPoint(content, start, content.length);
            int end = cut < 0 ? content.length : cut;
            ids.add(ObjectId.of(content, start, end - start));
            start = end;
        }
        return ids;
    }

    @Test
    void zeros_are_stored_once() throws IOException {
        fixture.write("zeros", new byte[20 << 20]);
        BackupSummary summary = fixture.backup();
        assertThat(fixture.node(summary, "zeros").content()).hasSize(40).containsOnly(ObjectId.of(new byte[512 << 10]));
        assertThat(summary.facts().dataBlobs()).isEqualTo(1);
    }

    @Test
    void equal_files_are_stored_once() throws IOException {
        byte[] content = new RandomData(1).bytes(100_000);
        fixture.write("a", content);
        fixture.write("b", content);
        SnapshotSummary facts = fixture.backup().facts();
        assertThat(facts.dataBlobs()).isEqualTo(1);
        assertThat(facts.totalFilesProcessed()).isEqualTo(2);
        assertThat(facts.totalBytesProcessed()).isEqualTo(200_000);
    }

    @Test
    void a_folder_may_have_more_entries_than_the_walk_may_be_ahead() throws IOException {
        fixture.write("0-large", new RandomData(2).bytes(30 << 20));
        for (int i = 10_000; i < 15_000; i++) {
            fixture.write("file-" + i, "content " + i % 10);
        }
        BackupSummary summary = fixture.backup();
        List<String> expected = new ArrayList<>(List.of("0-large"));
        IntStream.range(10_000, 15_000).forEach(i -> expected.add("file-" + i));
        assertThat(fixture.names(fixture.tree(summary))).isEqualTo(expected);
        assertThat(fixture.text(summary, "file-12345")).isEqualTo("content 5");
        assertThat(summary.facts().filesNew()).isEqualTo(5_001);
    }

    @Test
    void folders_may_be_nested_deeply() throws IOException {
        String path = "d/".repeat(250);
        Files.createDirectories(fixture.folder.resolve(path));
        BackupSummary summary = fixture.backup();
        assertThat(summary.facts().dirsNew()).isEqualTo(250);
        assertThat(summary.complete()).isTrue();
    }

    @Test
    void what_is_excluded_is_left_out() throws IOException {
        fixture.write("keep", "1");
        fixture.write("a.tmp", "2");
        fixture.write("dir/b.tmp", "3");
        FilterRules rules = FilterRules.NONE.withPatterns(List.of(PatternList.of(List.of("*.tmp"))));
        BackupSummary summary = fixture.backup(fixture.request(rules, "."));
        assertThat(fixture.names(fixture.tree(summary))).containsExactly("dir", "keep");
        assertThat(summary.facts().filesNew()).isEqualTo(1);
    }

    @Test
    void folders_on_the_way_to_a_target_are_in_the_snapshot() throws IOException {
        fixture.write("a/b/c", "1");
        fixture.write("a/other", "2");
        BackupSummary summary = fixture.backup(fixture.request("a/b"));
        assertThat(fixture.text(summary, "a/b/c")).isEqualTo("1");
        assertThat(fixture.nodes(
                        Objects.requireNonNull(fixture.node(summary, "a").subtree())))
                .hasSize(1);
    }

    @Test
    void nothing_to_back_up_is_an_error_and_gives_no_snapshot() throws IOException {
        assertThatThrownBy(fixture::backup).isInstanceOf(BadRequest.class).hasMessageContaining("nothing to back up");
        assertThat(fixture.repository.snapshots().listIds()).isEmpty();
    }

    @Test
    void targets_that_do_not_exist_are_an_error_if_there_are_no_others() {
        assertThatThrownBy(() -> fixture.backup(fixture.request("x", "y")))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("none of the given files and folders exists");
        assertThat(fixture.notices()).containsExactly("x does not exist, skipping", "y does not exist, skipping");
    }

    @Test
    void a_target_that_does_not_exist_makes_the_backup_incomplete() throws IOException {
        fixture.write("a", "1");
        BackupSummary summary = fixture.backup(fixture.request("a", "missing"));
        assertThat(fixture.names(fixture.tree(summary))).containsExactly("a");
        assertThat(summary.complete()).isFalse();
    }

    @Test
    void what_was_added_is_counted() throws IOException {
        fixture.write("a", new RandomData(3).bytes(1000));
        fixture.write("dir/b", new RandomData(4).bytes(2000));
        SnapshotSummary facts = fixture.backup().facts();
        assertThat(facts.filesNew()).isEqualTo(2);
        assertThat(facts.dirsNew()).isEqualTo(1);
        assertThat(facts.dataBlobs()).isEqualTo(2);
        assertThat(facts.treeBlobs()).isEqualTo(2);
        assertThat(facts.dataAdded()).isBetween(3500L, 6000L);
        assertThat(facts.dataAddedPacked()).isBetween(3400L, 5000L);
        assertThat(facts.totalBytesProcessed()).isEqualTo(3000);
        assertThat(fixture.changes()).containsExactly("NEW /a", "NEW /dir", "NEW /dir/b");
    }

    @Test
    void the_amount_of_work_is_told_if_wanted() throws IOException {
        fixture.write("a", "12345");
        // Holds the backup until everything is counted.
        CountDownLatch counted = new CountDownLatch(1);
        fixture.files.when("openForReading", "/a", path -> {
            awaitUninterruptibly(counted);
            return LocalFiles.host().openForReading(path);
        });
        fixture.listener = event -> {
            if (event instanceof ProgressEvent.ScanFinished) {
                counted.countDown();
            }
        };
        fixture.backup(fixture.request().withEstimate(BackupRequest.Estimate.SCAN));
        assertThat(fixture.events)
                .filteredOn(ProgressEvent.ScanFinished.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(ProgressEvent.ScanFinished.class, scan -> {
                    assertThat(scan.files()).isEqualTo(1);
                    assertThat(scan.bytes()).isEqualTo(5);
                });
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
