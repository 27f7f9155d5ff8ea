package dev.coffer.operator.api.phase;

import static dev.coffer.operator.api.condition.ConditionType.BACKUP_DISRUPTED;
import static dev.coffer.operator.api.condition.ConditionType.BACKUP_EXECUTOR_ENSURED;
import static dev.coffer.operator.api.condition.ConditionType.BACKUP_HISTORY_CLEANED;
import static dev.coffer.operator.api.condition.ConditionType.BACKUP_SKIPPED;
import static dev.coffer.operator.api.condition.ConditionType.DEADLINE_EXCEEDED;
import static dev.coffer.operator.api.condition.ConditionType.GLOBAL_POST_BACKUP_HOOK_SUCCEEDED;
import static dev.coffer.operator.api.condition.ConditionType.GLOBAL_PRE_BACKUP_HOOK_SUCCEEDED;
import static dev.coffer.operator.api.condition.ConditionType.METRICS_PUSHED;
import static dev.coffer.operator.api.condition.ConditionType.POST_BACKUP_HOOK_SUCCEEDED;
import static dev.coffer.operator.api.condition.ConditionType.PRE_BACKUP_HOOK_SUCCEEDED;
import static dev.coffer.operator.api.condition.ConditionType.REPOSITORY_INTEGRITY_VERIFIED;
import static dev.coffer.operator.api.condition.ConditionType.RETENTION_POLICY_APPLIED;

import dev.coffer.operator.api.backup.BackupSessionPhase;
import dev.coffer.operator.api.backup.BackupSessionStatus;
import dev.coffer.operator.api.backup.BackupTargetPhase;
import dev.coffer.operator.api.backup.BackupTargetStatus;
import dev.coffer.operator.api.backup.HostBackupPhase;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.Conditions;
import java.util.List;

/**
 * The phases of a BackupSession and its targets, which follow from conditions and from what hosts have reported.
 *
 * <p>The condition {@code MetricsPushed} says that all is done, be it true or false: metrics that nobody takes are no failed
 * backup, as they are with Stash.
 */
public final class BackupPhases {

    private BackupPhases() {}

    /** The phase of one target. */
    public static BackupTargetPhase of(BackupTargetStatus target) {
        if (hasFailed(target.conditions())) {
            return BackupTargetPhase.FAILED;
        }
        Integer hosts = target.totalHosts();
        if (hosts == null) {
            return BackupTargetPhase.PENDING;
        } else if (target.stats().size() < hosts) {
            return BackupTargetPhase.RUNNING;
        }
        boolean failed = target.stats().stream().anyMatch(host -> host.phase() == HostBackupPhase.FAILED);
        return failed ? BackupTargetPhase.FAILED : BackupTargetPhase.SUCCEEDED;
    }

    /** The phase of the session, from the conditions of it and of its targets. */
    public static BackupSessionPhase of(BackupSessionStatus session) {
        if (Conditions.isTrue(session.conditions(), BACKUP_SKIPPED)) {
            return BackupSessionPhase.SKIPPED;
        } else if (isComplete(session) && isReported(session)) {
            return hasFailed(session) ? BackupSessionPhase.FAILED : BackupSessionPhase.SUCCEEDED;
        }
        boolean pending = session.targets().stream().allMatch(target -> of(target) == BackupTargetPhase.PENDING);
        return pending ? BackupSessionPhase.PENDING : BackupSessionPhase.RUNNING;
    }

    /** Whether no target is worked on any more, nor will be; what comes after the targets may still be to do. */
    public static boolean isComplete(BackupSessionStatus session) {
        return Conditions.isFalse(session.conditions(), GLOBAL_PRE_BACKUP_HOOK_SUCCEEDED)
                || Conditions.isTrue(session.conditions(), DEADLINE_EXCEEDED)
                || (!session.targets().isEmpty()
                        && session.targets().stream()
                                .allMatch(target -> of(target).isFinal()));
    }

    private static boolean isReported(BackupSessionStatus session) {
        return Conditions.find(session.conditions(), METRICS_PUSHED).isPresent();
    }

    private static boolean hasFailed(List<Condition> target) {
        return Conditions.anyFalse(
                        target, BACKUP_EXECUTOR_ENSURED, PRE_BACKUP_HOOK_SUCCEEDED, POST_BACKUP_HOOK_SUCCEEDED)
                || Conditions.isTrue(target, BACKUP_DISRUPTED);
    }

    private static boolean hasFailed(BackupSessionStatus session) {
        return session.targets().stream().anyMatch(target -> of(target) == BackupTargetPhase.FAILED)
                || Conditions.isTrue(session.conditions(), DEADLINE_EXCEEDED)
                || Conditions.anyFalse(
                        session.conditions(),
                        GLOBAL_PRE_BACKUP_HOOK_SUCCEEDED,
                        GLOBAL_POST_BACKUP_HOOK_SUCCEEDED,
                        BACKUP_HISTORY_CLEANED,
                        RETENTION_POLICY_APPLIED,
                        REPOSITORY_INTEGRITY_VERIFIED);
    }
}
