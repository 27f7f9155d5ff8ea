package dev.coffer.engine.walk;

import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.tree.TreeWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** A repository in memory, into which tests put trees made by hand, well-formed or not. */
public final class TreeFixture implements AutoCloseable {

    private final MemoryBackend backend = new MemoryBackend();
    private final Repository repository;
    private final BlobSaver saver;

    public TreeFixture() throws IOException {
        repository = TestRepositories.init(backend);
        saver = repository.startSaving();
    }

    public MemoryBackend backend() {
        return backend;
    }

    /** The repository with all that was put into it. */
    public Repository repository() throws IOException {
        saver.flush();
        return repository;
    }

    public ObjectId data(byte[] content) throws IOException {
        return saver.save(BlobType.DATA, content, 0, content.length).id();
    }

    /** A tree of these nodes in this order, even if that is not a permitted one. */
    public ObjectId tree(Node... nodes) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Node node : nodes) {
            String tree = new String(TreeWriter.write(List.of(node)), StandardCharsets.UTF_8);
            texts.add(tree.substring("{\"nodes\":[".length(), tree.length() - "]}\n".length()));
        }
        return rawTree("{\"nodes\":[" + String.join(",", texts) + "]}\n");
    }

    /** A snapshot of a root tree. */
    public StoredSnapshot snapshot(ObjectId tree) throws IOException {
        Snapshot snapshot = Snapshot.builder(OffsetDateTime.parse("2020-01-01T00:00:00Z"), tree)
                .paths(List.of("/"))
                .hostname("host")
                .tags(List.of("old"))
                .build();
        return new StoredSnapshot(repository().snapshots().save(snapshot), snapshot);
    }

    public ObjectId rawTree(String json) throws IOException {
        byte[] blob = json.getBytes(StandardCharsets.UTF_8);
        return saver.save(BlobType.TREE, blob, 0, blob.length).id();
    }

    public static Node dir(String name, ObjectId tree) {
        return Node.builder(name, NodeType.DIR).mode(0x8000_01ED).subtree(tree).build();
    }

    /** A file of the given pieces, each a data blob. */
    public Node file(String name, byte[]... pieces) throws IOException {
        List<ObjectId> content = new ArrayList<>();
        long size = 0;
        for (byte[] piece : pieces) {
            content.add(data(piece));
            size += piece.length;
        }
        return Node.builder(name, NodeType.FILE)
                .mode(0644)
                .links(1)
                .size(size)
                .content(content)
                .build();
    }

    public Node file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        saver.close();
        repository.close();
    }
}
