package dev.coffer.engine.recovery;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.GrowingTree;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.tree.FileMode;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Makes a snapshot of all folders that no snapshot leads to, such as those of snapshots that were removed by mistake. */
public final class Recovery {

    private final Repository repository;
    private final ProgressListener progress;

    /**
     * @param repository with its index loaded, and locked exclusively by the caller
     * @param progress is told of what cannot be read, and passed over
     */
    public Recovery(Repository repository, ProgressListener progress) {
        this.repository = repository;
        this.progress = progress;
    }

    /**
     * What was found.
     *
     * @param folders how many
     * @param snapshot that holds them; empty if there are none
     */
    public record Found(int folders, Optional<ObjectId> snapshot) {}

    /** @param labels what the snapshot says of itself; its tree does not matter */
    public Found recover(Snapshot labels) throws IOException {
        try (BlobSaver saver = repository.startSaving()) {
            new UnlistedPacks(repository, progress).adopt(saver);
            List<ObjectId> orphans = new Orphans(repository, progress).find();
            if (orphans.isEmpty()) {
                return new Found(0, Optional.empty());
            }
            ObjectId tree = save(orphans, labels, saver);
            saver.flush();
            ObjectId snapshot =
                    repository.snapshots().save(labels.toBuilder().tree(tree).build());
            return new Found(orphans.size(), Optional.of(snapshot));
        }
    }

    private static ObjectId save(List<ObjectId> orphans, Snapshot labels, BlobSaver saver) throws IOException {
        try (GrowingTree tree = new GrowingTree("/", saver)) {
            String last = "";
            for (ObjectId orphan : orphans) {
                String name = orphan.shortHex().equals(last) ? orphan.toString() : orphan.shortHex();
                tree.add(folder(name, orphan, labels));
                last = orphan.shortHex();
            }
            return tree.save().id();
        }
    }

    private static Node folder(String name, ObjectId tree, Snapshot labels) {
        return Node.builder(name, NodeType.DIR)
                .mode(FileMode.DIR | 0755)
                .mtime(labels.time())
                .atime(labels.time())
                .ctime(labels.time())
                .subtree(tree)
                .build();
    }
}
