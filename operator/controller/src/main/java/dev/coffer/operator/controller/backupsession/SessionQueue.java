package dev.coffer.operator.controller.backupsession;

import dev.coffer.operator.api.backup.BackupSession;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets a number of sessions be at work at a time, whatever they are for, so that many schedules for the same minute do not start
 * more pods than nodes can run. The others wait, and the oldest goes first. It follows from the sessions alone which these are.
 *
 * @param most sessions that are at work at a time; a few more may be if several are looked at in the same moment
 */
record SessionQueue(int most) {

    /**
     * Whether a session may begin, or go on.
     *
     * @param all sessions of the cluster
     */
    boolean admits(BackupSession session, Stream<BackupSession> all) {
        return Beginning.isUnderWay(session)
                || all.filter(other -> !other.isMarkedForDeletion() && Beginning.isBefore(other, session))
                                .limit(most)
                                .count()
                        < most;
    }

    /**
     * The session that may begin and has waited for longest; empty if nobody waits, or as many are at work as may be.
     *
     * @param all sessions of the cluster
     */
    Optional<BackupSession> next(Stream<BackupSession> all) {
        List<BackupSession> present = all.filter(session -> !session.hasEnded() && !session.isMarkedForDeletion())
                .sorted(Beginning.TURNS)
                .limit(most)
                .toList();
        return present.stream()
                .filter(session -> !Beginning.isUnderWay(session))
                .findFirst();
    }
}
