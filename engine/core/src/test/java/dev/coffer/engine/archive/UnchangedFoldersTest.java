package dev.coffer.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.TreeWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Folders whose tree may be that of the parent. */
class UnchangedFoldersTest extends BackupTestCase {

    private BackupSummary first;

    @BeforeEach
    void backUp() throws IOException {
        for (String name : List.of("b", "c", "d", "sub/x")) {
            fixture.write("dir/" + name, "content of " + name);
        }
        Files.createSymbolicLink(fixture.folder.resolve("dir/e"), Path.of("d"));
        first = fixture.backup();
    }

    /** What may have happened since. */
    enum Event {
        NOTHING,
        FIRST_REMOVED,
        ONE_REMOVED,
        LAST_REMOVED,
        ALL_REMOVED,
        FIRST_ADDED,
        ONE_ADDED,
        LAST_ADDED,
        ONE_REPLACED_BY_ANOTHER,
        CONTENT_CHANGED,
        LINK_CHANGED,
        FOLDER_CHANGED,
        SOMETHING_BELOW_CHANGED,
        ALL_BELOW_REMOVED,
        FOLDER_BECAME_FILE,
        FIRST_VANISHES_MEANWHILE,
        LAST_VANISHES_MEANWHILE;

        void happen(BackupFixture fixture) throws IOException {
            Path dir = fixture.folder.resolve("dir");
            switch (this) {
                case NOTHING -> {}
                case FIRST_REMOVED -> Files.delete(dir.resolve("b"));
                case ONE_REMOVED -> Files.delete(dir.resolve("c"));
                case LAST_REMOVED -> {
                    Files.delete(dir.resolve("sub/x"));
                    Files.delete(dir.resolve("sub"));
                }
                case ALL_REMOVED -> removeAll(dir);
                case FIRST_ADDED -> fixture.write("dir/a", "new");
                case ONE_ADDED -> fixture.write("dir/cc", "new");
                case LAST_ADDED -> fixture.write("dir/z", "new");
                case ONE_REPLACED_BY_ANOTHER -> Files.move(dir.resolve("c"), dir.resolve("cc"));
                case CONTENT_CHANGED -> fixture.write("dir/c", "changed");
                case LINK_CHANGED -> {
                    Files.delete(dir.resolve("e"));
                    Files.createSymbolicLink(dir.resolve("e"), Path.of("elsewhere"));
                }
                case FOLDER_CHANGED ->
                    Files.setPosixFilePermissions(dir.resolve("sub"), PosixFilePermissions.fromString("rwx------"));
                case SOMETHING_BELOW_CHANGED -> fixture.write("dir/sub/y", "new");
                case ALL_BELOW_REMOVED -> Files.delete(dir.resolve("sub/x"));
                case FOLDER_BECAME_FILE -> {
                    removeAll(dir);
                    Files.delete(dir);
                    fixture.write("dir", "a file");
                }
                case FIRST_VANISHES_MEANWHILE -> vanish(fixture, "/dir/b");
                case LAST_VANISHES_MEANWHILE -> vanish(fixture, "/sub/x");
            }
        }

        private static void removeAll(Path dir) throws IOException {
            for (String name : List.of("b", "c", "d", "e", "sub/x", "sub")) {
                Files.delete(dir.resolve(name));
            }
        }

        private static void vanish(BackupFixture fixture, String path) {
            fixture.files.when("extendedAttributes", path, vanished -> {
                throw new NoSuchFileException(vanished);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatever_has_happened_the_tree_is_the_same_as_without_a_parent(Event event) throws IOException {
        event.happen(fixture);

        BackupSummary second = fixture.backup();
        BackupSummary fresh = fixture.backup(fixture.request().withParent(new ParentChoice.None()));

        assertThat(second.parent()).isEqualTo(first.snapshot());
        assertThat(fixture.tree(second)).isEqualTo(fixture.tree(fresh));
    }

    @Test
    void the_tree_of_another_program_is_used_again_as_it_is() throws IOException {
        ObjectId foreign = replaceTree("dir", json -> json.replace("{\"name\":\"c\"", "{\"future\":1,\"name\":\"c\""));

        BackupSummary second = fixture.backup();

        assertThat(fixture.node(second, "dir").subtree()).isEqualTo(foreign);
        assertThat(second.facts().dirsUnmodified()).isEqualTo(2);
        assertThat(second.facts().dataAdded()).isZero();
    }

    /** Has the first snapshot refer to another tree for a folder in its root. */
    private ObjectId replaceTree(String folder, UnaryOperator<String> change) throws IOException {
        Snapshot snapshot = fixture.snapshot(first);
        ObjectId old = Objects.requireNonNull(fixture.node(first, folder).subtree());
        String json = new String(fixture.repository.blobs().load(BlobHandle.tree(old)), StandardCharsets.UTF_8);
        byte[] changed = change.apply(json).getBytes(StandardCharsets.UTF_8);
        try (BlobSaver saver = fixture.repository.startSaving()) {
            ObjectId tree =
                    saver.save(BlobType.TREE, changed, 0, changed.length).id();
            TreeWriter root = new TreeWriter();
            for (Node node : fixture.nodes(snapshot.tree())) {
                root.add(node.name().equals(folder) ? node.withSubtree(tree) : node);
            }
            byte[] bytes = root.finish();
            ObjectId rootTree =
                    saver.save(BlobType.TREE, bytes, 0, bytes.length).id();
            saver.flush();
            fixture.repository
                    .snapshots()
                    .replace(
                            first.snapshot().orElseThrow(),
                            snapshot.toBuilder().tree(rootTree).build());
            return tree;
        }
    }

    @Test
    void a_tree_that_is_only_in_a_pack_that_is_to_go_is_stored_again() throws IOException {
        BlobHandle tree = BlobHandle.tree(
                Objects.requireNonNull(fixture.node(first, "dir").subtree()));
        ObjectId pack = fixture.repository.index().lookup(tree).orElseThrow().pack();
        fixture.repository.packMarks().add(List.of(pack), Instant.EPOCH);
        try (Repository reopened = TestRepositories.open(fixture.backend)) {
            new Archiver(reopened, fixture.files.files(), fixture.events::add).backup(fixture.request());

            assertThat(reopened.index().keeps(tree)).isTrue();
        }
    }
}
