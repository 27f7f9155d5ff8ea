package dev.coffer.engine.repair;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.errors.RepositoryException.MissingBlob;
import dev.coffer.engine.json.MalformedJson;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.walk.DistinctTreeVisitor;
import dev.coffer.engine.walk.DistinctTreeWalker;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Looks for blobs that snapshots need and that are in no index, and for trees that cannot be read. For one search. */
final class MissingBlobs implements DistinctTreeVisitor {

    private final Repository repository;
    private final ProgressListener progress;
    private final AtomicLong trees = new AtomicLong();
    private final Map<BlobHandle, String> missing = new ConcurrentHashMap<>();

    private MissingBlobs(Repository repository, ProgressListener progress) {
        this.repository = repository;
        this.progress = progress;
    }

    /** The blobs that can be told to be missing, and why; what is below a missing tree shows only when that is back. */
    static Map<BlobHandle, String> find(
            Repository repository, Collection<StoredSnapshot> snapshots, ProgressListener progress) throws IOException {
        progress.on(new ProgressEvent.Notice("find what snapshots have lost"));
        MissingBlobs search = new MissingBlobs(repository, progress);
        Set<ObjectId> roots = new LinkedHashSet<>();
        snapshots.forEach(snapshot -> roots.add(snapshot.snapshot().tree()));
        new DistinctTreeWalker(repository).walk(roots, search);
        return search.missing;
    }

    @Override
    public void node(ObjectId tree, Node node) {
        List<ObjectId> content = node.content();
        if (content == null) {
            return;
        }
        for (ObjectId id : content) {
            BlobHandle blob = BlobHandle.data(id);
            if (!repository.index().contains(blob)) {
                missing.put(blob, "no index lists it");
            }
        }
    }

    @Override
    public void read(ObjectId tree) {
        progress.on(new ProgressEvent.Step("trees", trees.incrementAndGet(), 0));
    }

    /** A tree that is sound, but malformed, would be no better if it were brought back. */
    @Override
    public void unreadable(ObjectId tree, IOException reason) throws IOException {
        if (reason instanceof CorruptData || reason instanceof MissingBlob) {
            missing.put(BlobHandle.tree(tree), Objects.requireNonNullElse(reason.getMessage(), ""));
        } else if (!(reason instanceof MalformedJson)) {
            throw reason;
        }
    }
}
