package dev.coffer.engine.prune;

import dev.coffer.backend.FileType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.BlobCopier;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.FileRemoval;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Carries out a plan. A failure or an interruption at any point leaves a repository in which nothing is missing: packs that no
 * index lists, or blobs stored twice, at worst. The next prune removes those.
 *
 * <p>The caller holds the exclusive lock under which the plan was made. The repository's index in memory is of no use afterwards.
 */
public final class PruneExecutor {

    private final Repository repository;
    private final FileRemoval packs;
    private final ProgressListener progress;

    public PruneExecutor(Repository repository, ProgressListener progress) {
        this.repository = repository;
        this.packs = new FileRemoval(repository, FileType.PACK);
        this.progress = progress;
    }

    /**
     * Does what is planned.
     *
     * @return packs that could not be removed: they do no harm, and the next prune removes them
     */
    public List<FileRemoval.Failure> execute(PrunePlan plan) throws IOException {
        List<FileRemoval.Failure> failures = new ArrayList<>(remove(plan.packsTo(PackAction.REMOVE_UNINDEXED)));
        repack(plan);
        Set<ObjectId> removed = removedPacks(plan);
        if (plan.removesAnything()) {
            announce("rewrite the index");
            repository.indexRewriter().rewrite(repository.index(), unlisted(plan));
        }
        failures.addAll(remove(removed));
        return List.copyOf(failures);
    }

    /**
     * Does what is planned in a store that has no space for a new index file while the old ones are there: they are removed
     * first. If this does not come to its end, no index is left, and has to be made anew from the packs.
     *
     * @param plan does not repack anything
     * @return as {@link #execute}
     */
    public List<FileRemoval.Failure> executeWithoutSpace(PrunePlan plan) throws IOException {
        if (plan.blobsToCopy() > 0) {
            throw new IllegalArgumentException("there is no space to repack anything");
        }
        List<FileRemoval.Failure> failures = new ArrayList<>(remove(plan.packsTo(PackAction.REMOVE_UNINDEXED)));
        announce("remove the index");
        repository.indexRewriter().removeAll();
        failures.addAll(remove(removedPacks(plan)));
        announce("store the index again");
        repository.indexRewriter().rewrite(repository.index(), unlisted(plan));
        return List.copyOf(failures);
    }

    private static Set<ObjectId> removedPacks(PrunePlan plan) {
        Set<ObjectId> removed = plan.packsTo(PackAction.REMOVE);
        removed.addAll(plan.packsTo(PackAction.REPACK));
        return removed;
    }

    private static Set<ObjectId> unlisted(PrunePlan plan) {
        Set<ObjectId> unlisted = new HashSet<>(removedPacks(plan));
        unlisted.addAll(plan.packsTo(PackAction.DROP_FROM_INDEX));
        return unlisted;
    }

    private void repack(PrunePlan plan) throws IOException {
        long total = plan.packsTo(PackAction.REPACK).size();
        if (total == 0) {
            return;
        }
        announce("repack");
        AtomicLong done = new AtomicLong();
        AtomicLong blobs = new AtomicLong();
        try (BlobSaver saver = repository.startSaving()) {
            new BlobCopier(repository, saver).copy(plan.copies(repository.index()), pack -> {
                blobs.addAndGet(pack.blobs().size());
                progress.on(new ProgressEvent.Step("packs repacked", done.incrementAndGet(), total));
            });
            saver.flush();
        }
        if (blobs.get() != plan.blobsToCopy()) {
            throw new IllegalStateException(blobs + " blobs were copied instead of " + plan.blobsToCopy());
        }
    }

    private List<FileRemoval.Failure> remove(Set<ObjectId> ids) throws IOException {
        if (ids.isEmpty()) {
            return List.of();
        }
        announce("remove packs");
        return packs.remove(ids);
    }

    private void announce(String stage) {
        progress.on(new ProgressEvent.Notice(stage));
    }
}
