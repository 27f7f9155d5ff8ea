package dev.coffer.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.index.IndexCodec;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.snapshot.GroupBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnchangedFilesTest extends BackupTestCase {

    private Path file;
    private BackupSummary first;

    @BeforeEach
    void backUp() throws IOException {
        file = fixture.write("dir/file", "content");
        fixture.write("other", "more content");
        first = fixture.backup();
        fixture.files.opened();
    }

    @Test
    void they_are_not_read_again() throws IOException {
        BackupSummary second = fixture.backup();
        assertThat(fixture.files.opened()).isEmpty();
        assertThat(fixture.tree(second)).isEqualTo(fixture.tree(first));
        assertThat(second.parent()).isEqualTo(first.snapshot());
        assertThat(fixture.snapshot(second).parent()).isEqualTo(first.snapshot().orElseThrow());
        assertThat(second.facts().filesUnmodified()).isEqualTo(2);
        assertThat(second.facts().dirsUnmodified()).isEqualTo(1);
        assertThat(second.facts().totalBytesProcessed()).isEqualTo(19);
        assertThat(second.facts().dataAdded()).isZero();
    }

    @Test
    void no_file_is_begun_for_packs_of_nothing() throws IOException {
        int before = fixture.lending.lent();
        fixture.backup();
        assertThat(before).isPositive();
        assertThat(fixture.lending.lent()).isEqualTo(before);
    }

    @Test
    void a_file_of_another_size_is_read() throws IOException {
        Files.writeString(file, "other content");
        BackupSummary second = fixture.backup();
        assertThat(fixture.files.opened()).containsExactly(file.toString());
        assertThat(fixture.text(second, "dir/file")).isEqualTo("other content");
        assertThat(fixture.changes()).containsExactly("MODIFIED /dir", "MODIFIED /dir/file", "UNCHANGED /other");
    }

    @Test
    void a_file_of_the_same_size_but_another_time_is_read() throws IOException {
        Files.writeString(file, "CONTENT");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        assertThat(fixture.text(fixture.backup(), "dir/file")).isEqualTo("CONTENT");
    }

    @Test
    void a_file_whose_ctime_alone_has_changed_is_read_unless_that_is_to_be_ignored() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        fixture.backup(fixture.request().withChanges(ChangeTest.WITHOUT_CTIME));
        assertThat(fixture.files.opened()).isEmpty();
        fixture.backup(fixture.request().withParent(named(first)));
        assertThat(fixture.files.opened()).containsExactly(file.toString());
    }

    private static ParentChoice named(BackupSummary summary) {
        return new ParentChoice.Named(summary.snapshot().orElseThrow().toString(), GroupBy.NOTHING);
    }

    @Test
    void other_changes_of_a_file_that_is_not_read_are_recorded() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        BackupSummary second = fixture.backup(fixture.request().withChanges(ChangeTest.WITHOUT_CTIME));
        assertThat(fixture.node(second, "dir/file").mode()).isEqualTo(0400);
        assertThat(fixture.text(second, "dir/file")).isEqualTo("content");
    }

    @Test
    void a_file_in_the_place_of_another_is_read_unless_inodes_are_to_be_ignored() throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Path replacement = Files.writeString(fixture.folder.resolve("dir/new"), "CONTENT");
        Files.setLastModifiedTime(replacement, time);
        Files.move(replacement, file, StandardCopyOption.REPLACE_EXISTING);
        fixture.backup(fixture.request().withChanges(ChangeTest.WITHOUT_INODE));
        assertThat(fixture.files.opened()).isEmpty();
        fixture.backup(fixture.request().withParent(named(first)).withChanges(ChangeTest.WITHOUT_CTIME));
        assertThat(fixture.files.opened()).containsExactly(file.toString());
    }

    @Test
    void a_file_that_was_a_folder_is_read() throws IOException {
        Files.delete(file);
        Files.delete(file.getParent());
        fixture.write("dir", "now a file");
        assertThat(fixture.text(fixture.backup(), "dir")).isEqualTo("now a file");
    }

    @Test
    void everything_is_read_without_a_parent() throws IOException {
        BackupSummary second = fixture.backup(fixture.request().withParent(new ParentChoice.None()));
        assertThat(fixture.files.opened()).hasSize(2);
        assertThat(second.parent()).isEmpty();
        assertThat(second.facts().filesNew()).isEqualTo(2);
        assertThat(second.facts().dataAdded()).isZero();
    }

    @Test
    void snapshots_of_other_paths_are_no_parents() throws IOException {
        assertThat(fixture.backup(fixture.request("dir")).parent()).isEmpty();
    }

    @Test
    void snapshots_of_other_paths_are_parents_if_paths_do_not_count() throws IOException {
        ParentChoice any = new ParentChoice.Latest(new GroupBy(true, false, false));
        assertThat(fixture.backup(fixture.request("dir").withParent(any)).parent())
                .isEqualTo(first.snapshot());
    }

    @Test
    void a_parent_that_does_not_exist_is_an_error() {
        ParentChoice unknown = new ParentChoice.Named("abcdef", GroupBy.NOTHING);
        assertThatThrownBy(() -> fixture.backup(fixture.request().withParent(unknown)))
                .isInstanceOf(BadRequest.class);
    }

    @Test
    void a_damaged_snapshot_is_named_and_an_older_one_is_the_parent() throws IOException {
        ObjectId damaged = fixture.backup().snapshot().orElseThrow();
        overwriteSnapshot(damaged);
        assertThat(fixture.backup().parent()).isEqualTo(first.snapshot());
        assertThat(fixture.notices()).singleElement().asString().contains("Ignoring", damaged.shortHex(), "parent");
    }

    @Test
    void a_damaged_snapshot_cannot_be_named_as_parent() throws IOException {
        overwriteSnapshot(first.snapshot().orElseThrow());
        assertThatThrownBy(() -> fixture.backup(fixture.request().withParent(named(first))))
                .isInstanceOf(CorruptData.class);
    }

    private void overwriteSnapshot(ObjectId id) throws IOException {
        fixture.backend.save(Handle.of(FileType.SNAPSHOT, id.toString()), Content.of(new byte[10]));
    }

    @Test
    void there_is_no_second_snapshot_if_that_is_unwanted() throws IOException {
        BackupRequest skipping = fixture.request().withIdentical(BackupRequest.Identical.SKIPPED);
        assertThat(fixture.backup(skipping).snapshot()).isEmpty();
        Files.writeString(file, "changed");
        assertThat(fixture.backup(skipping).snapshot()).isPresent();
    }

    @Test
    void a_file_whose_content_the_repository_has_lost_is_read_and_stored_again() throws IOException {
        ObjectId lost = Objects.requireNonNull(fixture.node(first, "dir/file").content())
                .getFirst();
        removePackOf(lost);
        try (Repository reopened = TestRepositories.open(fixture.backend)) {
            fixture.events.clear();
            BackupSummary second =
                    new Archiver(reopened, fixture.files.files(), fixture.events::add).backup(fixture.request());
            assertThat(fixture.files.opened()).hasSize(2);
            assertThat(second.complete()).isTrue();
            assertThat(fixture.notices()).anyMatch(notice -> notice.contains("/dir/file"));
            assertThat(reopened.blobs().load(BlobHandle.data(lost))).asString().isEqualTo("content");
        }
    }

    @Test
    void a_file_whose_content_is_only_in_a_pack_that_is_to_go_is_read_and_stored_again() throws IOException {
        ObjectId content = Objects.requireNonNull(
                        fixture.node(first, "dir/file").content())
                .getFirst();
        ObjectId pack = fixture.repository
                .index()
                .lookup(BlobHandle.data(content))
                .orElseThrow()
                .pack();
        fixture.repository.packMarks().add(List.of(pack), Instant.EPOCH);
        try (Repository reopened = TestRepositories.open(fixture.backend)) {
            fixture.events.clear();
            new Archiver(reopened, fixture.files.files(), fixture.events::add).backup(fixture.request());
            assertThat(reopened.index().keeps(BlobHandle.data(content))).isTrue();
            assertThat(fixture.notices()).noneMatch(notice -> notice.contains("lost"));
        }
    }

    /** As if the pack had been lost and the index repaired. */
    private void removePackOf(ObjectId blob) throws IOException {
        ObjectId pack = fixture.repository
                .index()
                .lookup(BlobHandle.data(blob))
                .orElseThrow()
                .pack();
        ObjectId treePack = fixture.repository
                .index()
                .lookup(BlobHandle.tree(fixture.tree(first)))
                .orElseThrow()
                .pack();
        List<IndexedPack> packs = new ArrayList<IndexedPack>();
        fixture.repository.index().forEachPack(indexed -> {
            if (indexed.pack().equals(treePack)) {
                packs.add(indexed);
            }
        });
        for (ObjectId old : fixture.repository.files().list(FileType.INDEX)) {
            fixture.repository.files().remove(FileType.INDEX, old);
        }
        fixture.repository.files().save(FileType.INDEX, document -> IndexCodec.encode(List.copyOf(packs), document));
        fixture.backend.remove(Handle.of(FileType.PACK, pack.toString()));
    }

    @Test
    void a_damaged_parent_means_that_more_is_read() throws IOException {
        ObjectId tree = fixture.tree(first);
        Handle pack = Handle.treePack(fixture.repository
                .index()
                .lookup(BlobHandle.tree(tree))
                .orElseThrow()
                .pack()
                .toString());
        fixture.backend.when(call -> call.handle().equals(Optional.of(pack)), new Fault.Corrupt());
        BackupSummary second = fixture.backup();
        assertThat(second.complete()).isTrue();
        assertThat(second.facts().filesNew()).isEqualTo(2);
    }
}
