package dev.coffer.engine.rewrite;

import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;
import java.util.Optional;

/** Makes snapshots from damaged ones, without what is lost. For one thread. */
public final class SnapshotRepair implements AutoCloseable {

    private static final String TAG = "repaired";

    private final BlobSaver saver;
    private final SnapshotReplacer replacer;
    private final TreeRewriter trees;

    /**
     * @param repository with its index loaded, which must list all there is, and locked exclusively by the caller
     * @param progress is told of everything that is left out, once, even if several snapshots share it
     */
    public SnapshotRepair(Repository repository, Original original, ProgressListener progress) {
        this.saver = repository.startSaving();
        this.replacer = new SnapshotReplacer(saver, repository.snapshots(), original, TAG);
        this.trees = new TreeRewriter(repository, saver, new RepairRule(repository.index(), progress));
    }

    /**
     * Repairs one snapshot, if it is damaged.
     *
     * @throws IOException if something could not be read for reasons that may pass; the snapshot is still there then
     */
    public RewriteOutcome repair(StoredSnapshot stored) throws IOException {
        Snapshot old = stored.snapshot();
        Optional<RewrittenTree> tree = trees.rewrite(old.tree());
        if (tree.isEmpty()) {
            return replacer.giveUp(stored);
        }
        return tree.get().id().equals(old.tree())
                ? new RewriteOutcome.Unchanged()
                : replacer.save(stored, old.toBuilder().tree(tree.get().id()).build());
    }

    @Override
    public void close() {
        saver.close();
    }
}
