package dev.coffer.operator.api.phase;

import static dev.coffer.operator.api.condition.ConditionType.BACKEND_SECRET_FOUND;
import static dev.coffer.operator.api.condition.ConditionType.DEADLINE_EXCEEDED;
import static dev.coffer.operator.api.condition.ConditionType.GLOBAL_POST_RESTORE_HOOK_SUCCEEDED;
import static dev.coffer.operator.api.condition.ConditionType.GLOBAL_PRE_RESTORE_HOOK_SUCCEEDED;
import static dev.coffer.operator.api.condition.ConditionType.METRICS_PUSHED;
import static dev.coffer.operator.api.condition.ConditionType.POST_RESTORE_HOOK_SUCCEEDED;
import static dev.coffer.operator.api.condition.ConditionType.PRE_RESTORE_HOOK_SUCCEEDED;
import static dev.coffer.operator.api.condition.ConditionType.REPOSITORY_FOUND;
import static dev.coffer.operator.api.condition.ConditionType.RESTORE_EXECUTOR_ENSURED;
import static dev.coffer.operator.api.condition.ConditionType.RESTORE_TARGET_FOUND;
import static dev.coffer.operator.api.condition.ConditionType.VALIDATION_PASSED;

import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.Conditions;
import dev.coffer.operator.api.restore.HostRestorePhase;
import dev.coffer.operator.api.restore.HostRestoreStats;
import dev.coffer.operator.api.restore.RestoreBatchStatus;
import dev.coffer.operator.api.restore.RestoreMemberPhase;
import dev.coffer.operator.api.restore.RestoreMemberStatus;
import dev.coffer.operator.api.restore.RestorePhase;
import dev.coffer.operator.api.restore.RestoreSessionStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The phases of a RestoreSession, and of a RestoreBatch and its members, which follow from conditions and from what hosts have
 * reported. The condition {@code MetricsPushed} says that all is done, as for backups.
 */
public final class RestorePhases {

    private RestorePhases() {}

    /** The phase of a RestoreSession. */
    public static RestorePhase of(RestoreSessionStatus session) {
        RestoreMemberPhase member = member(session.conditions(), session.totalHosts(), session.stats());
        return overall(session.conditions(), List.of(member));
    }

    /** The phase of one member of a batch. */
    public static RestoreMemberPhase of(RestoreMemberStatus member) {
        return member(member.conditions(), member.totalHosts(), member.stats());
    }

    /** The phase of a RestoreBatch, from the conditions of it and of its members. */
    public static RestorePhase of(RestoreBatchStatus batch) {
        return overall(
                batch.conditions(),
                batch.members().stream().map(RestorePhases::of).toList());
    }

    private static RestoreMemberPhase member(
            List<Condition> conditions, @Nullable Integer hosts, List<HostRestoreStats> stats) {
        if (Conditions.anyFalse(
                conditions, RESTORE_EXECUTOR_ENSURED, PRE_RESTORE_HOOK_SUCCEEDED, POST_RESTORE_HOOK_SUCCEEDED)) {
            return RestoreMemberPhase.FAILED;
        } else if (hosts == null || Conditions.anyFalse(conditions, RESTORE_TARGET_FOUND)) {
            return RestoreMemberPhase.PENDING;
        } else if (ended(stats) < hosts) {
            return RestoreMemberPhase.RUNNING;
        } else if (any(stats, HostRestorePhase.UNKNOWN)) {
            return RestoreMemberPhase.UNKNOWN;
        }
        return any(stats, HostRestorePhase.FAILED) ? RestoreMemberPhase.FAILED : RestoreMemberPhase.SUCCEEDED;
    }

    private static RestorePhase overall(List<Condition> conditions, List<RestoreMemberPhase> members) {
        boolean cutShort = Conditions.isTrue(conditions, DEADLINE_EXCEEDED)
                || Conditions.isFalse(conditions, GLOBAL_PRE_RESTORE_HOOK_SUCCEEDED);
        boolean done = Conditions.find(conditions, METRICS_PUSHED).isPresent();
        if (cutShort) {
            return done ? RestorePhase.FAILED : RestorePhase.RUNNING;
        } else if (Conditions.isFalse(conditions, VALIDATION_PASSED)) {
            return RestorePhase.INVALID;
        } else if (Conditions.anyFalse(conditions, REPOSITORY_FOUND, BACKEND_SECRET_FOUND)
                || members.stream().allMatch(phase -> phase == RestoreMemberPhase.PENDING)) {
            return RestorePhase.PENDING;
        } else if (!done || !members.stream().allMatch(RestoreMemberPhase::isFinal)) {
            return RestorePhase.RUNNING;
        }
        return result(conditions, members);
    }

    private static RestorePhase result(List<Condition> conditions, List<RestoreMemberPhase> members) {
        if (members.contains(RestoreMemberPhase.UNKNOWN)) {
            return RestorePhase.UNKNOWN;
        }
        boolean failed = members.contains(RestoreMemberPhase.FAILED)
                || Conditions.isFalse(conditions, GLOBAL_POST_RESTORE_HOOK_SUCCEEDED);
        return failed ? RestorePhase.FAILED : RestorePhase.SUCCEEDED;
    }

    private static long ended(List<HostRestoreStats> stats) {
        return stats.stream()
                .filter(host -> host.phase() != null && host.phase() != HostRestorePhase.RUNNING)
                .count();
    }

    private static boolean any(List<HostRestoreStats> stats, HostRestorePhase phase) {
        return stats.stream().anyMatch(host -> host.phase() == phase);
    }
}
