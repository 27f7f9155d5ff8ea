package dev.coffer.operator.api.backup;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Chooses the completed sessions of an invoker that are old enough to be removed. */
public final class SessionHistory {

    private static final Comparator<BackupSession> NEWEST_FIRST = Comparator.comparing(
                    (BackupSession session) -> session.getMetadata().getCreationTimestamp())
            .thenComparing(session -> session.getMetadata().getName())
            .reversed();

    private SessionHistory() {}

    /**
     * The sessions to remove.
     *
     * @param sessions all sessions of one invoker
     * @param limit how many completed sessions to keep. If there is any, so is the last one that was not skipped, so that a row of
     *     skipped ones does not hide how the last backup has ended.
     */
    public static List<BackupSession> toRemove(List<BackupSession> sessions, int limit) {
        List<BackupSession> completed = sessions.stream()
                .filter(BackupSession::hasEnded)
                .sorted(NEWEST_FIRST)
                .toList();
        Stream<BackupSession> results =
                completed.stream().filter(SessionHistory::hasResult).limit(limit > 0 ? 1 : 0);
        List<BackupSession> kept =
                Stream.concat(completed.stream().limit(limit), results).toList();
        return completed.stream().filter(session -> !kept.contains(session)).toList();
    }

    private static boolean hasResult(BackupSession session) {
        BackupSessionPhase phase = session.getStatus().phase();
        return phase == BackupSessionPhase.SUCCEEDED || phase == BackupSessionPhase.FAILED;
    }
}
