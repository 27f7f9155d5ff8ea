package dev.coffer.engine.prune;

import dev.coffer.backend.Backend;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.tree.TreeWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A backup of one file, whose pieces are letters; done piece by piece, with whatever others do in between. */
final class ModelBackup implements AutoCloseable {

    private final Repository repository;
    private final BlobSaver saver;
    private final boolean knowsMarks;
    private final Set<BlobHandle> stored = new HashSet<>();
    private final List<ObjectId> content = new ArrayList<>();
    private final Set<BlobHandle> needed = new HashSet<>();

    /** @param knowsMarks as backups of this engine do, and those of other programs do not */
    ModelBackup(Backend backend, boolean knowsMarks) throws IOException {
        this.repository = TestRepositories.open(backend);
        this.saver = repository.startSaving();
        this.knowsMarks = knowsMarks;
    }

    void add(char letter) throws IOException {
        content.add(save(BlobType.DATA, String.valueOf(letter).repeat(20)));
    }

    private ObjectId save(BlobType type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        BlobHandle blob = new BlobHandle(type, ObjectId.of(bytes));
        if (knowsMarks) {
            saver.save(type, bytes, 0, bytes.length);
        } else if (!repository.index().contains(blob) && stored.add(blob)) {
            saver.saveCopy(blob, bytes, bytes.length);
        }
        needed.add(blob);
        return blob.id();
    }

    /** Has the index list what is stored so far, as a long backup does now and then. */
    void flush() throws IOException {
        saver.flush();
    }

    ObjectId finish() throws IOException {
        Node file = Node.builder("file", NodeType.FILE)
                .mode(0644)
                .size(20L * content.size())
                .content(content)
                .build();
        ObjectId tree = save(BlobType.TREE, new String(TreeWriter.write(List.of(file)), StandardCharsets.UTF_8));
        saver.flush();
        return repository
                .snapshots()
                .save(Snapshot.builder(OffsetDateTime.parse("2020-01-01T00:00:00Z"), tree)
                        .paths(List.of("/"))
                        .hostname("host")
                        .build());
    }

    /** What the snapshot needs. */
    Set<BlobHandle> needed() {
        return Set.copyOf(needed);
    }

    @Override
    public void close() throws IOException {
        saver.close();
        repository.close();
    }
}
