package dev.coffer.engine.prune;

import dev.coffer.backend.FileType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.FileRemoval;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
        new Repacking(repository, progress).run(plan);
        Set<ObjectId> removed = plan.replacedPacks();
        if (plan.removesAnything()) {
            announce("rewrite the index");
            repository.indexRewriter().rewrite(repository.index(), plan.unlistedPacks());
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
        failures.addAll(remove(plan.replacedPacks()));
        announce("store the index again");
        repository.indexRewriter().rewrite(repository.index(), plan.unlistedPacks());
        return List.copyOf(failures);
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
