package dev.coffer.operator.agent.maintenance;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.FailureText;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.prune.PruneExecutor;
import dev.coffer.engine.prune.PruneOptions;
import dev.coffer.engine.prune.PrunePlan;
import dev.coffer.engine.prune.PrunePlanner;
import dev.coffer.engine.repository.FileRemoval;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import dev.coffer.engine.retention.KeepPolicy;
import dev.coffer.engine.retention.OutdatedPartial;
import dev.coffer.engine.retention.Retention;
import dev.coffer.engine.retention.SnapshotRemoval;
import dev.coffer.engine.snapshot.GroupBy;
import dev.coffer.engine.snapshot.GroupKey;
import dev.coffer.engine.snapshot.SnapshotGroup;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.text.Quantities;
import dev.coffer.operator.agent.holder.Locking;
import dev.coffer.operator.api.backup.RetentionPolicy;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Applies a retention policy, and prunes if it says so. It is applied to each group of snapshots of one host and one path by itself,
 * and to those groups only that the caller names: others in the repository have policies of their own.
 */
final class RetentionRun {

    private final Repository repository;
    private final Locking locking;
    private final ProgressListener progress;

    /** @param repository of no use afterwards if it was pruned, since its index is out of date then */
    RetentionRun(Repository repository, Locking locking, ProgressListener progress) {
        this.repository = repository;
        this.locking = locking;
        this.progress = progress;
    }

    /** How it ended, for people; {@code removed} counts snapshots. */
    record Outcome(long removed, String message) {}

    /**
     * Removes the snapshots that are not to be kept.
     *
     * @param groups to which the policy is applied
     * @throws BadRequest if the policy would keep none of the snapshots of a group; nothing was removed then
     */
    Outcome apply(RetentionPolicy policy, Set<GroupKey> groups) throws IOException {
        KeepPolicy keep = KeepPolicies.of(policy);
        if (keep.isEmpty()) {
            return new Outcome(
                    0, "The retention policy " + policy.name() + " has no keep rule, so all snapshots are kept.");
        }
        try (RepositoryLock _ = locking.lock(
                repository, RepositoryLock.Kind.EXCLUSIVE, Repository.Need.SNAPSHOTS, Repository.Need.INDEX)) {
            List<StoredSnapshot> surplus = surplus(keep, groups);
            if (Boolean.TRUE.equals(policy.dryRun())) {
                return new Outcome(0, "A dry run: " + surplus.size() + " snapshots would be removed.");
            }
            return remove(surplus, policy.prune());
        }
    }

    private List<StoredSnapshot> surplus(KeepPolicy policy, Set<GroupKey> groups) throws IOException {
        List<StoredSnapshot> own = repository.snapshots().list().sound().stream()
                .filter(stored -> groups.contains(GroupKey.ofHostAndPaths(stored.snapshot())))
                .toList();
        List<StoredSnapshot> complete =
                own.stream().filter(stored -> !stored.snapshot().partial()).toList();
        List<StoredSnapshot> surplus = new ArrayList<>();
        for (SnapshotGroup group : SnapshotGroup.group(complete, GroupBy.HOST_AND_PATHS)) {
            surplus.addAll(surplus(policy, group));
        }
        return Stream.concat(surplus.stream(), OutdatedPartial.among(own, Instant.now()).stream())
                .distinct()
                .toList();
    }

    private static List<StoredSnapshot> surplus(KeepPolicy policy, SnapshotGroup group) throws BadRequest {
        Retention decision = Retention.of(group.snapshots(), policy, Instant.now(), ZoneId.systemDefault());
        if (decision.keep().isEmpty()) {
            throw new BadRequest("The retention policy keeps none of the "
                    + group.snapshots().size() + " snapshots of " + group.key()
                    + ", so none was removed. Let it keep at least one, such as with keepLast: 1.");
        }
        return decision.remove();
    }

    private Outcome remove(List<StoredSnapshot> surplus, boolean prune) throws IOException {
        if (surplus.isEmpty()) {
            return new Outcome(0, "No snapshot was to be removed.");
        }
        Set<ObjectId> ids = surplus.stream().map(StoredSnapshot::id).collect(Collectors.toSet());
        List<FileRemoval.Failure> failures = new SnapshotRemoval(repository).remove(ids);
        if (!failures.isEmpty()) {
            throw new IOException(failures.size() + " of " + ids.size() + " snapshots could not be removed: "
                    + FailureText.of(failures.getFirst().reason()));
        }
        String removed = "Removed " + ids.size() + " snapshots";
        return new Outcome(ids.size(), prune ? removed + " and " + prune(ids) + " of data." : removed + ".");
    }

    /** Packs that could not be removed do no harm, and the next prune removes them. */
    private String prune(Set<ObjectId> removed) throws IOException {
        repository.loadIndex(progress);
        PrunePlan plan = new PrunePlanner(repository, progress).plan(PruneOptions.USUAL, removed);
        new PruneExecutor(repository, progress).execute(plan);
        return Quantities.bytes(plan.statistics().totalRemoved().bytes());
    }
}
