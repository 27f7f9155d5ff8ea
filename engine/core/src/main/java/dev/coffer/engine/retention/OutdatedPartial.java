package dev.coffer.engine.retention;

import dev.coffer.engine.snapshot.GroupKey;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Which partial snapshots nobody will go on from. */
public final class OutdatedPartial {

    /** After so long, so much has changed that the next backup starts anew. */
    private static final Duration MAX_AGE = Duration.ofDays(14);

    private OutdatedPartial() {}

    /** Those that are older than two weeks, or for whose host and paths there is a complete one that is not older. */
    public static List<StoredSnapshot> among(Collection<StoredSnapshot> snapshots, Instant now) {
        return snapshots.stream()
                .filter(stored -> stored.snapshot().partial())
                .filter(stored -> isOld(stored.snapshot(), now) || isSuperseded(stored.snapshot(), snapshots))
                .toList();
    }

    private static boolean isOld(Snapshot partial, Instant now) {
        return partial.time().toInstant().isBefore(now.minus(MAX_AGE));
    }

    private static boolean isSuperseded(Snapshot partial, Collection<StoredSnapshot> snapshots) {
        GroupKey group = GroupKey.ofHostAndPaths(partial);
        return snapshots.stream()
                .map(StoredSnapshot::snapshot)
                .anyMatch(other -> !other.partial()
                        && !other.time().toInstant().isBefore(partial.time().toInstant())
                        && GroupKey.ofHostAndPaths(other).equals(group));
    }
}
