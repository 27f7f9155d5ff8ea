package dev.coffer.engine.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobContent;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.tree.TreeReader;
import dev.coffer.engine.tree.TreeWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrowingTreeTest {

    /** Some 14 MB of text: several parts. */
    private static final int MANY = 50_000;

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 50000", "2, 0", "2, 1", "2, 50000"})
    void a_tree_is_the_same_blob_however_long(int version, int entries) throws Exception {
        List<Node> nodes = nodes(entries);
        try (Repository repository = TestRepositories.init(new MemoryBackend(), version, TestRepositories.options())) {
            SavedBlob saved = save(repository, nodes);
            byte[] text = TreeWriter.write(nodes);
            assertThat(saved.id()).isEqualTo(ObjectId.of(text));
            assertThat(saved.added()).isTrue();
            assertThat(saved.plainLength()).isEqualTo(text.length);
            BlobHandle handle = BlobHandle.tree(saved.id());
            assertThat(repository.blobs().load(handle)).isEqualTo(text);
            assertThat(read(repository.blobs().content(handle))).isEqualTo(nodes);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, MANY})
    void a_tree_is_stored_once(int entries) throws Exception {
        List<Node> nodes = nodes(entries);
        try (Repository repository = TestRepositories.init(new MemoryBackend())) {
            SavedBlob first = save(repository, nodes);
            SavedBlob second = save(repository, nodes);
            assertThat(second).isEqualTo(new SavedBlob(first.id(), false, first.plainLength(), 0));
        }
    }

    private static SavedBlob save(Repository repository, List<Node> nodes) throws IOException {
        try (BlobSaver saver = repository.startSaving();
                GrowingTree tree = new GrowingTree("/", saver)) {
            for (Node node : nodes) {
                tree.add(node);
            }
            SavedBlob saved = tree.save();
            saver.flush();
            return saved;
        }
    }

    private static List<Node> read(BlobContent content) throws IOException {
        List<Node> nodes = new ArrayList<>();
        try (TreeReader reader = TreeReader.of(content)) {
            for (Optional<Node> node = reader.next(); node.isPresent(); node = reader.next()) {
                nodes.add(node.get());
            }
        }
        return nodes;
    }

    private static List<Node> nodes(int count) {
        Random random = new Random(12);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ObjectId content = new ObjectId(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
            nodes.add(Node.builder("entry %06d".formatted(i), NodeType.FILE)
                    .size(random.nextInt(1 << 20))
                    .inode(random.nextLong())
                    .content(List.of(content))
                    .build());
        }
        return nodes;
    }
}
