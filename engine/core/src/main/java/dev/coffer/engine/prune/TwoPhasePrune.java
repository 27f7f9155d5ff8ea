package dev.coffer.engine.prune;

import dev.coffer.backend.FileType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.FileRemoval;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A prune beside backups; the package documentation tells its protocol. {@link #plan} and {@link #mark} are the first phase,
 * under a shared lock; {@link #removeMarked} is the second, short one, under an exclusive lock that may be taken later, also
 * after others have changed the repository. For one prune, on one thread.
 */
public final class TwoPhasePrune {

    /** How long a pack stays marked before it is removed, unless told otherwise; rustic waits as long. */
    public static final Duration USUAL_GRACE = Duration.ofHours(23);

    private static final int NEVER = -1;

    private final Repository repository;
    private final Duration grace;
    private final InstantSource clock;
    private final ProgressListener progress;
    private final UsedBlobs search;

    /** What the snapshots need that were there when it was last looked for. */
    private IndexedBlobSet used;

    private Set<ObjectId> snapshots = Set.of();

    /** Of the index that {@link #used} was found with; a search that fails is of no use. */
    private int epoch = NEVER;

    /**
     * A prune that is still to be done.
     *
     * @param grace for how long a pack must have been marked to be removed
     */
    public TwoPhasePrune(Repository repository, Duration grace, InstantSource clock, ProgressListener progress) {
        this.repository = repository;
        this.grace = grace;
        this.clock = clock;
        this.progress = progress;
        this.search = new UsedBlobs(repository, progress);
        this.used = new IndexedBlobSet(repository.index());
    }

    /**
     * What the second phase has done.
     *
     * @param removed number of packs that are gone, or at least in no index any more
     * @param needed number of packs that were marked, but stay, because something in them is needed again
     * @param failures removed packs that are still there; they stay marked, and the next prune tries again
     */
    public record Removal(int removed, int needed, List<FileRemoval.Failure> failures) {}

    /**
     * Loads the index and plans which packs are to be rewritten or removed. Packs in no index are left alone: they may belong to
     * a backup that is going on. So are marked ones, unless they are needed again.
     *
     * @throws dev.coffer.engine.errors.RepositoryException as {@link PrunePlanner#plan}
     */
    public PrunePlan plan(PruneOptions options) throws IOException {
        PrunePlanner planner = new PrunePlanner(repository, progress);
        planner.requireSense(options);
        findUsed();
        Map<ObjectId, Long> stored = repository.packSizes();
        Set<ObjectId> leaving =
                MarkReview.unneeded(index(), used, index().marks().keySet(), stored);
        stored.keySet().retainAll(index().packs());
        stored.keySet().removeAll(leaving);
        return planner.decide(options, used, leaving, stored);
    }

    /**
     * Stores copies of what is needed of the packs that are to go, and marks those.
     *
     * @return how many were marked
     */
    public int mark(PrunePlan plan) throws IOException {
        new Repacking(repository, progress).run(plan);
        Set<ObjectId> going = plan.unlistedPacks();
        if (!going.isEmpty()) {
            progress.on(new ProgressEvent.Notice("mark packs that are to go"));
            repository.packMarks().add(going, clock.instant());
        }
        return going.size();
    }

    /** How many packs have been marked for long enough, as far as the index in memory knows. */
    public int due() {
        return due(clock.instant().minus(grace)).size();
    }

    private Set<ObjectId> due(Instant until) {
        Set<ObjectId> due = new HashSet<>();
        index().marks().forEach((pack, since) -> {
            if (!since.isAfter(until)) {
                due.add(pack);
            }
        });
        return due;
    }

    /** Removes what has been marked for long enough and is not needed. An interruption leaves marks for the next time. */
    public Removal removeMarked() throws IOException {
        findUsed();
        Map<ObjectId, Long> stored = repository.packSizes();
        Instant until = clock.instant().minus(grace);
        Set<ObjectId> due = due(until);
        due.removeIf(pack -> !stored.containsKey(pack) && !index().containsPack(pack));
        Set<ObjectId> going = MarkReview.unneeded(index(), used, due, stored);
        List<FileRemoval.Failure> failures = going.isEmpty() ? List.of() : remove(going);
        if (failures.isEmpty()) {
            repository.packMarks().removeUntil(until);
        }
        return new Removal(going.size(), due.size() - going.size(), failures);
    }

    private List<FileRemoval.Failure> remove(Set<ObjectId> packs) throws IOException {
        progress.on(new ProgressEvent.Notice("rewrite the index"));
        repository.indexRewriter().rewriteAroundMarks(index(), packs);
        progress.on(new ProgressEvent.Notice("remove packs"));
        return new FileRemoval(repository, FileType.PACK).remove(packs);
    }

    /** Snapshots first, so that the index has what they need; of those that are known already nothing is read again. */
    private void findUsed() throws IOException {
        Set<ObjectId> listed = new LinkedHashSet<>(repository.snapshots().listIds());
        repository.loadIndex(progress);
        Set<ObjectId> added = new LinkedHashSet<>(listed);
        if (epoch == index().epoch()) {
            added.removeAll(snapshots);
        } else {
            used = new IndexedBlobSet(index());
        }
        epoch = NEVER;
        if (!added.isEmpty()) {
            search.add(added, used);
        }
        snapshots = listed;
        epoch = index().epoch();
    }

    private Index index() {
        return repository.index();
    }
}
