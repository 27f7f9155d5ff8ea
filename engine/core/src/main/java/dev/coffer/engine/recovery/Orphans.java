package dev.coffer.engine.recovery;

import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.blob.ObjectIdSet;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.SnapshotList;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.walk.DistinctTreeVisitor;
import dev.coffer.engine.walk.DistinctTreeWalker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Trees that neither another tree nor a snapshot refers to. */
final class Orphans implements DistinctTreeVisitor {

    private final Repository repository;
    private final ProgressListener progress;
    private final ObjectIdSet stored = new ObjectIdSet();
    private final ObjectIdSet referenced = new ObjectIdSet();
    private long read;

    /** @param repository with its index loaded */
    Orphans(Repository repository, ProgressListener progress) {
        this.repository = repository;
        this.progress = progress;
    }

    /** Their ids, in ascending order. To be called once. */
    List<ObjectId> find() throws IOException {
        repository.index().forEach((_, blob) -> {
            if (blob.handle().type() == BlobType.TREE) {
                stored.add(blob.handle().id());
            }
        });
        List<ObjectId> trees = new ArrayList<>(stored.size());
        stored.forEach(trees::add);
        new DistinctTreeWalker(repository).walk(trees, this);
        referToSnapshots();
        return trees.stream()
                .filter(tree -> !referenced.contains(tree))
                .sorted()
                .toList();
    }

    private void referToSnapshots() throws IOException {
        SnapshotList snapshots = repository.snapshots().list();
        snapshots.sound().forEach(stored -> referenced.add(stored.snapshot().tree()));
        for (SnapshotList.Unreadable snapshot : snapshots.unreadable()) {
            notice("Snapshot " + snapshot.id().shortHex() + " cannot be read, so what it held counts as lost: "
                    + snapshot.failure().getMessage());
        }
    }

    @Override
    public synchronized boolean wants(ObjectId tree) {
        return stored.contains(tree);
    }

    @Override
    public synchronized void node(ObjectId tree, Node node) {
        ObjectId subtree = node.subtree();
        if (node.type() == NodeType.DIR && subtree != null) {
            referenced.add(subtree);
        }
    }

    @Override
    public synchronized void read(ObjectId tree) {
        read++;
        progress.on(new ProgressEvent.Step("trees", read, stored.size()));
    }

    /** Nothing can be had from it, so it is passed over. */
    @Override
    public synchronized void unreadable(ObjectId tree, IOException reason) {
        referenced.add(tree);
        notice("Ignoring the folder " + tree.shortHex() + ": " + reason.getMessage());
    }

    private void notice(String text) {
        progress.on(new ProgressEvent.Notice(text));
    }
}
