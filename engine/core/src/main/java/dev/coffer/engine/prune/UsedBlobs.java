package dev.coffer.engine.prune;

import dev.coffer.backend.BackendException;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.errors.RepositoryException.MissingBlob;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.Snapshots;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.walk.DistinctTreeVisitor;
import dev.coffer.engine.walk.DistinctTreeWalker;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Finds all blobs that snapshots need. Whatever cannot be read ends the search, since what it needs would seem unneeded. */
final class UsedBlobs {

    private final Repository repository;
    private final ProgressListener progress;

    UsedBlobs(Repository repository, ProgressListener progress) {
        this.repository = repository;
        this.progress = progress;
    }

    /** @param removed snapshots that count no more, whether they are still there or not */
    IndexedBlobSet find(Set<ObjectId> removed) throws IOException {
        Set<ObjectId> snapshots = new LinkedHashSet<>(repository.snapshots().listIds());
        snapshots.removeAll(removed);
        IndexedBlobSet used = new IndexedBlobSet(repository.index());
        add(snapshots, used);
        return used;
    }

    /**
     * Adds what snapshots need.
     *
     * @param used has with each tree all that is below it, which is not read again
     */
    void add(Collection<ObjectId> snapshots, IndexedBlobSet used) throws IOException {
        progress.on(new ProgressEvent.Notice("find the data that snapshots need"));
        Set<ObjectId> roots = new LinkedHashSet<>();
        for (ObjectId id : snapshots) {
            roots.add(root(repository.snapshots(), id));
        }
        new DistinctTreeWalker(repository).walk(roots, new Search(used));
    }

    private static ObjectId root(Snapshots snapshots, ObjectId id) throws IOException {
        try {
            return snapshots.load(id).snapshot().tree();
        } catch (CorruptData | BackendException e) {
            throw new CorruptData(
                    "Nothing was pruned, because snapshot " + id + " cannot be read, and what it needs is not known: "
                            + e.getMessage()
                            + " Run `coffer check` to see more. If the file is damaged, restore it from a copy of the"
                            + " repository, or remove it; then prune again.",
                    e);
        }
    }

    private final class Search implements DistinctTreeVisitor {

        private final IndexedBlobSet used;
        private final AtomicLong trees = new AtomicLong();

        Search(IndexedBlobSet used) {
            this.used = used;
        }

        @Override
        public boolean wants(ObjectId tree) {
            return !used.contains(BlobHandle.tree(tree));
        }

        @Override
        public void node(ObjectId tree, Node node) throws IOException {
            List<ObjectId> content = node.content();
            if (content == null) {
                return;
            }
            for (ObjectId id : content) {
                add(BlobHandle.data(id), tree);
            }
        }

        @Override
        public void read(ObjectId tree) throws IOException {
            add(BlobHandle.tree(tree), tree);
            progress.on(new ProgressEvent.Step("trees", trees.incrementAndGet(), 0));
        }

        private void add(BlobHandle blob, ObjectId tree) throws IOException {
            if (!used.add(blob)) {
                throw refusal(tree, new MissingBlob(blob + " is not in the index."));
            }
        }

        @Override
        public void unreadable(ObjectId tree, IOException reason) throws IOException {
            throw reason instanceof CorruptData || reason instanceof MissingBlob ? refusal(tree, reason) : reason;
        }

        private static CorruptData refusal(ObjectId tree, IOException reason) {
            return new CorruptData(
                    "Nothing was pruned, because not everything is there that tree " + tree.shortHex() + " needs: "
                            + reason.getMessage()
                            + " Run `coffer check` to see more, then `coffer repair index`; what is lost for good"
                            + " `coffer repair snapshots --forget` takes out of the snapshots.",
                    reason);
        }
    }
}
