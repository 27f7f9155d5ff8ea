package dev.coffer.operator.controller.backupsession;

import static dev.coffer.operator.api.condition.ConditionType.BACKUP_DISRUPTED;
import static dev.coffer.operator.api.condition.ConditionType.BACKUP_EXECUTOR_ENSURED;

import dev.coffer.operator.api.backup.BackupTargetStatus;
import dev.coffer.operator.api.condition.ConditionStatus;

/** What can be said about a target. */
final class Verdicts {

    private Verdicts() {}

    /** It is at work. */
    static Verdict ensured(int hosts, String message) {
        return (target, now) -> Statuses.withCondition(
                Statuses.withHosts(target, hosts), BACKUP_EXECUTOR_ENSURED.is(ConditionStatus.TRUE, message, now));
    }

    /** It has to wait. */
    static Verdict waiting(String message) {
        return (target, now) -> isReported(target)
                ? target
                : Statuses.withCondition(target, BACKUP_EXECUTOR_ENSURED.is(ConditionStatus.UNKNOWN, message, now));
    }

    /** It cannot be backed up. */
    static Verdict impossible(String message) {
        return (target, now) ->
                Statuses.withCondition(target, BACKUP_EXECUTOR_ENSURED.is(ConditionStatus.FALSE, message, now));
    }

    /** Nobody works on it any more, so what has not been reported never will be. */
    static Verdict disrupted(String message) {
        return (target, now) -> isReported(target)
                ? target
                : Statuses.withCondition(target, BACKUP_DISRUPTED.is(ConditionStatus.TRUE, message, now));
    }

    /** A host is at work. */
    static Verdict atWork(String host) {
        return (target, now) -> Statuses.withHostAtWork(target, host, now);
    }

    /** Whether all hosts have reported. */
    static boolean isReported(BackupTargetStatus target) {
        return target.totalHosts() != null && target.stats().size() >= target.totalHosts();
    }
}
