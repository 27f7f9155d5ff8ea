package dev.coffer.engine.rewrite;

import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.SnapshotBuilder;
import dev.coffer.engine.snapshot.SnapshotSummary;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;
import java.util.Optional;

/** Makes snapshots from others, with less in them, or with other labels. For one thread. */
public final class SnapshotRewriter implements AutoCloseable {

    private static final String TAG = "rewrite";

    private final RewriteRequest request;
    private final BlobSaver saver;
    private final SnapshotReplacer replacer;
    private final Optional<TreeRewriter> trees;

    /** @param repository with its index loaded, and locked by the caller: exclusively, if originals are to be removed */
    public SnapshotRewriter(Repository repository, RewriteRequest request) {
        this.request = request;
        this.saver = repository.startSaving();
        this.replacer = new SnapshotReplacer(saver, repository.snapshots(), request.original(), TAG);
        this.trees = request.filter().map(filter -> new TreeRewriter(repository, saver, new FilterRule(filter)));
    }

    /**
     * Rewrites one snapshot. One in which nothing would be left stays as it is, as does one in which nothing changes.
     *
     * @throws IOException if a part of it cannot be read, or not be written again without losing something; the snapshot is still
     *     there then
     */
    public RewriteOutcome rewrite(StoredSnapshot stored) throws IOException {
        Snapshot old = stored.snapshot();
        Optional<Snapshot> changed = trees.isPresent() ? rewritten(old, trees.get()) : Optional.of(old);
        boolean differs = changed.isPresent()
                && (request.changesLabels() || !changed.get().equals(old));
        return differs ? replacer.save(stored, labelled(changed.get())) : new RewriteOutcome.Unchanged();
    }

    private static Optional<Snapshot> rewritten(Snapshot old, TreeRewriter trees) throws IOException {
        return trees.rewrite(old.tree())
                .map(tree -> old.toBuilder()
                        .tree(tree.id())
                        .summary(Optional.ofNullable(old.summary())
                                .orElse(SnapshotSummary.NOTHING)
                                .withTotals(tree.files(), tree.bytes()))
                        .build());
    }

    private Snapshot labelled(Snapshot snapshot) {
        SnapshotBuilder labelled = snapshot.toBuilder();
        request.hostname().ifPresent(labelled::hostname);
        request.time().ifPresent(labelled::time);
        return labelled.build();
    }

    @Override
    public void close() {
        saver.close();
    }
}
