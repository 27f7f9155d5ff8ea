package dev.coffer.engine.archive;

import dev.coffer.engine.snapshot.GroupKey;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.SnapshotSummary;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is usual for backups of the same folders of the same host, and what is not. Immutable. */
final class UsualBackups {

    /** With fewer backups nothing is usual; the first one does not count, as all of it is new. */
    private static final int MIN_BACKUPS = 4;

    /** Big changes longer ago are forgotten. */
    private static final int RECENT = 20;

    /** Less new data than this is no reason to worry. */
    private static final long MIN_NEW_BYTES = 16 << 20;

    /** A quarter of all data, and four times as much as ever before. */
    private static final double MIN_NEW_SHARE = 0.25;

    private static final double NEW_SHARE_JUMP = 4;

    /** Encrypted data keeps its size; that is remarkable where data has lost a fifth of it. */
    private static final double MIN_PACKED_SHARE = 0.95;

    private static final double MAX_USUAL_PACKED_SHARE = 0.8;

    private final List<SnapshotSummary> backups;

    private UsualBackups(List<SnapshotSummary> backups) {
        this.backups = backups;
    }

    /** The earlier backups of the same folders that say what they did. */
    static UsualBackups of(Collection<StoredSnapshot> snapshots, GroupKey group) {
        return new UsualBackups(snapshots.stream()
                .sorted(StoredSnapshot.BY_TIME)
                .map(StoredSnapshot::snapshot)
                .filter(snapshot -> GroupKey.ofHostAndPaths(snapshot).equals(group) && !snapshot.partial())
                .map(Snapshot::summary)
                .filter(Objects::nonNull)
                .toList());
    }

    /** What is remarkable about one more backup, if anything is. */
    Optional<Anomaly> judge(SnapshotSummary backup) {
        if (backups.size() < MIN_BACKUPS || backup.dataAdded() < MIN_NEW_BYTES) {
            return Optional.empty();
        }
        Anomaly seen =
                new Anomaly(newShare(backup), usualNewShare(), packedShare(List.of(backup)), packedShare(backups));
        boolean muchNew = seen.newShare() >= MIN_NEW_SHARE && seen.newShare() >= NEW_SHARE_JUMP * seen.usualNewShare();
        boolean incompressible =
                seen.packedShare() >= MIN_PACKED_SHARE && seen.usualPackedShare() <= MAX_USUAL_PACKED_SHARE;
        return muchNew && incompressible ? Optional.of(seen) : Optional.empty();
    }

    private double usualNewShare() {
        int first = Math.max(1, backups.size() - RECENT);
        return backups.stream()
                .skip(first)
                .mapToDouble(UsualBackups::newShare)
                .max()
                .orElse(0);
    }

    /** Trees are new data, too, so there can be more of it than was read. */
    private static double newShare(SnapshotSummary backup) {
        return backup.totalBytesProcessed() == 0
                ? 0
                : Math.min(1, (double) backup.dataAdded() / backup.totalBytesProcessed());
    }

    private static double packedShare(List<SnapshotSummary> backups) {
        long added = backups.stream().mapToLong(SnapshotSummary::dataAdded).sum();
        long packed =
                backups.stream().mapToLong(SnapshotSummary::dataAddedPacked).sum();
        return added == 0 ? 0 : (double) packed / added;
    }
}
