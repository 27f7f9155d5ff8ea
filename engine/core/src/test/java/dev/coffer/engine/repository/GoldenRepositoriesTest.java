package dev.coffer.engine.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.FileType;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.GoldenRepository.Expected;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.SnapshotCodec;
import dev.coffer.engine.snapshot.SnapshotFilter;
import dev.coffer.engine.snapshot.SnapshotList;
import dev.coffer.engine.snapshot.SnapshotSelector;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.tree.TreeReader;
import dev.coffer.engine.tree.TreeWriter;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What restic wrote, we read. */
class GoldenRepositoriesTest {

    @ParameterizedTest
    @EnumSource
    void holds_the_files_that_were_backed_up(GoldenRepository golden) throws Exception {
        try (Repository repository = golden.open()) {
            Snapshot oldest = snapshots(repository).getFirst().snapshot();
            Map<String, Expected> found = new HashMap<>();
            collect(repository, oldest.tree(), "", found);
            Map<String, Expected> expected = GoldenRepository.expected();
            if (golden == GoldenRepository.INTERRUPTED_PRUNE) {
                found.keySet().removeIf(path -> !expected.containsKey(path));
            }
            assertThat(found).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void its_trees_are_written_again_byte_for_byte(GoldenRepository golden) throws Exception {
        try (Repository repository = golden.open()) {
            for (StoredSnapshot stored : snapshots(repository)) {
                assertRewritten(repository, stored.snapshot().tree());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void its_snapshots_are_written_again_without_loss(GoldenRepository golden) throws Exception {
        try (Repository repository = golden.open()) {
            for (StoredSnapshot stored : snapshots(repository)) {
                byte[] json = repository.files().load(FileType.SNAPSHOT, stored.id());
                assertThat(new String(SnapshotCodec.encode(stored.snapshot()), UTF_8))
                        .isEqualTo(new String(json, UTF_8));
            }
        }
    }

    @Test
    void a_second_key_opens_it_too() throws Exception {
        try (Repository repository = GoldenRepository.RESTIC_0_19_V2.open("second")) {
            assertThat(repository.keys().list()).hasSize(2);
            assertThat(repository.keys().load(repository.keyId()).username()).isEqualTo("someone");
        }
    }

    @Test
    void tags_with_commas_are_read() throws Exception {
        try (Repository repository = GoldenRepository.RESTIC_0_19_V2.open()) {
            assertThat(snapshots(repository).getLast().snapshot().tags()).containsExactly("second", "with", "comma");
        }
    }

    @Test
    void an_interrupted_prune_leaves_blobs_in_several_packs() throws Exception {
        try (Repository repository = GoldenRepository.INTERRUPTED_PRUNE.open()) {
            Set<BlobHandle> distinct = new HashSet<>();
            repository.index().forEach((_, blob) -> distinct.add(blob.handle()));
            assertThat(repository.index().size()).isGreaterThan(distinct.size());
        }
    }

    private static List<StoredSnapshot> snapshots(Repository repository) throws IOException {
        SnapshotList snapshots = repository.snapshots().list();
        assertThat(snapshots.unreadable()).isEmpty();
        return new SnapshotSelector(snapshots, SnapshotFilter.ALL).all();
    }

    private static void collect(Repository repository, ObjectId tree, String prefix, Map<String, Expected> found)
            throws IOException {
        for (Node node : TreeReader.readAll(repository.blobs().load(BlobHandle.tree(tree)))) {
            String path = prefix + node.name();
            found.put(GoldenRepository.hex(NativeString.encode(path)), describe(repository, node));
            if (node.subtree() != null) {
                collect(repository, node.subtree(), path + "/", found);
            }
        }
    }

    private static Expected describe(Repository repository, Node node) throws IOException {
        String content = switch (node.type()) {
            case FILE -> sha256(repository, node.content());
            case SYMLINK -> node.linkTarget();
            default -> "-";
        };
        return new Expected(type(node), permissions(node), node.mtime().toEpochSecond(), content);
    }

    private static String sha256(Repository repository, List<ObjectId> content) throws IOException {
        MessageDigest digest = ObjectId.newDigest();
        for (ObjectId id : content) {
            digest.update(repository.blobs().load(BlobHandle.data(id)));
        }
        return ObjectId.fromDigest(digest).toString();
    }

    private static String type(Node node) {
        return switch (node.type()) {
            case FILE -> node.size() == 0 ? "regular empty file" : "regular file";
            case DIR -> "directory";
            case SYMLINK -> "symbolic link";
            case FIFO -> "fifo";
            default -> node.type().label();
        };
    }

    private static String permissions(Node node) {
        int mode = node.mode();
        int bits = (mode & 0777)
                | ((mode & (1 << 23)) != 0 ? 04000 : 0)
                | ((mode & (1 << 22)) != 0 ? 02000 : 0)
                | ((mode & (1 << 20)) != 0 ? 01000 : 0);
        return Integer.toOctalString(bits);
    }

    private static void assertRewritten(Repository repository, ObjectId tree) throws IOException {
        TreeWriter writer = new TreeWriter();
        for (Node node : TreeReader.readAll(repository.blobs().load(BlobHandle.tree(tree)))) {
            writer.add(node);
            if (node.type() == NodeType.DIR) {
                assertRewritten(repository, node.subtree());
            }
        }
        assertThat(ObjectId.of(writer.finish())).isEqualTo(tree);
    }
}
