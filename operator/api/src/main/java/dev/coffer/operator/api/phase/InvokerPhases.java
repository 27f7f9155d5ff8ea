package dev.coffer.operator.api.phase;

import static dev.coffer.operator.api.condition.ConditionType.BACKEND_SECRET_FOUND;
import static dev.coffer.operator.api.condition.ConditionType.CRON_JOB_CREATED;
import static dev.coffer.operator.api.condition.ConditionType.REPOSITORY_FOUND;
import static dev.coffer.operator.api.condition.ConditionType.VALIDATION_PASSED;

import dev.coffer.operator.api.Driver;
import dev.coffer.operator.api.backup.InvokerPhase;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.ConditionType;
import dev.coffer.operator.api.condition.Conditions;
import java.util.List;

/** The phase of a BackupConfiguration or BackupBatch. */
public final class InvokerPhases {

    private InvokerPhases() {}

    /** The phase that follows from the conditions. */
    public static InvokerPhase of(Driver driver, List<Condition> conditions) {
        if (isMissing(conditions, REPOSITORY_FOUND) || isMissing(conditions, BACKEND_SECRET_FOUND)) {
            return InvokerPhase.NOT_READY;
        } else if (Conditions.isFalse(conditions, VALIDATION_PASSED)) {
            return InvokerPhase.INVALID;
        }
        boolean ready = Conditions.isTrue(conditions, VALIDATION_PASSED)
                && Conditions.isTrue(conditions, CRON_JOB_CREATED)
                && (driver == Driver.VOLUME_SNAPSHOTTER || hasRepository(conditions));
        return ready ? InvokerPhase.READY : InvokerPhase.NOT_READY;
    }

    private static boolean hasRepository(List<Condition> conditions) {
        return Conditions.isTrue(conditions, REPOSITORY_FOUND) && Conditions.isTrue(conditions, BACKEND_SECRET_FOUND);
    }

    private static boolean isMissing(List<Condition> conditions, ConditionType type) {
        return Conditions.isFalse(conditions, type) || Conditions.has(conditions, type, ConditionStatus.UNKNOWN);
    }
}
