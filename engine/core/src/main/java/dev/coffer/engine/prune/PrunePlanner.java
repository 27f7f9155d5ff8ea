package dev.coffer.engine.prune;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out what a prune has to do, and changes nothing. The index must be loaded; the caller holds an exclusive lock, unless it
 * only wants to know.
 */
public final class PrunePlanner {

    private static final int FIRST_COMPRESSING_VERSION = 2;

    private final Repository repository;
    private final ProgressListener progress;

    public PrunePlanner(Repository repository, ProgressListener progress) {
        this.repository = repository;
        this.progress = progress;
    }

    /**
     * Makes a plan.
     *
     * @param removed snapshots that count no more, whether they are still there or not
     * @throws BadRequest if this repository does not permit the options
     * @throws CorruptData if anything that a snapshot needs is missing, or cannot be read so far as that is known by then
     */
    public PrunePlan plan(PruneOptions options, Set<ObjectId> removed) throws IOException {
        requireSense(options);
        IndexedBlobSet used = new UsedBlobs(repository, progress).find(removed);
        return decide(options, used, Set.of(), repository.packSizes());
    }

    /**
     * Makes a plan for some packs.
     *
     * @param except packs of the index that are left out: whatever is needed is in another pack as well
     * @param stored sizes of the packs that the plan is for, as far as they are there
     */
    PrunePlan decide(PruneOptions options, IndexedBlobSet used, Set<ObjectId> except, Map<ObjectId, Long> stored)
            throws CorruptData {
        progress.on(new ProgressEvent.Notice("decide what to do with each pack"));
        List<PackUsage> indexed = UsageCount.of(repository.index(), used, except);
        List<PlannedPack> packs = new PackDecisions(options, compressing()).decide(indexed, stored);
        return PrunePlan.of(repository.index(), used, packs, compressing());
    }

    private boolean compressing() {
        return repository.config().version() >= FIRST_COMPRESSING_VERSION;
    }

    void requireSense(PruneOptions options) throws BadRequest {
        if (options.uncompressed() && !compressing()) {
            throw new BadRequest(
                    "A repository of version " + repository.config().version()
                            + " cannot hold compressed data, so --repack-uncompressed makes no sense.");
        }
        if (options.smallerThan().orElse(0) > repository.options().packSize()) {
            throw new BadRequest("Packs are closed at " + repository.options().packSize()
                    + " bytes (--pack-size), so --repack-smaller-than must not be more.");
        }
    }
}
