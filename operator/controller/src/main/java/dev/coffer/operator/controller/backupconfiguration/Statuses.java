package dev.coffer.operator.controller.backupconfiguration;

import static dev.coffer.operator.api.condition.ConditionType.CRON_JOB_CREATED;
import static dev.coffer.operator.api.condition.ConditionType.IMAGE_PULL_SECRETS_FOUND;
import static dev.coffer.operator.api.condition.ConditionType.SIDECAR_INJECTED;

import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupConfigurationStatus;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionType;
import dev.coffer.operator.api.condition.Conditions;
import dev.coffer.operator.api.phase.InvokerPhases;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of the status of a BackupConfiguration. */
final class Statuses {

    private Statuses() {}

    static BackupConfigurationStatus of(BackupConfiguration object) {
        BackupConfigurationStatus status = object.getStatus();
        return status == null ? new BackupConfigurationStatus(null, List.of(), null, null, null) : status;
    }

    /** The status with conditions, and the phase that follows from them. */
    static BackupConfigurationStatus withConditions(BackupConfiguration object, List<Condition> latest) {
        BackupConfigurationStatus status = of(object);
        List<Condition> conditions = withoutStale(status.conditions(), latest);
        for (Condition condition : latest) {
            conditions = Conditions.with(conditions, condition);
        }
        return new BackupConfigurationStatus(
                object.getMetadata().getGeneration(),
                conditions,
                InvokerPhases.of(object.getSpec().effectiveDriver(), conditions),
                status.lastScheduleTime(),
                status.nextScheduleTime());
    }

    /** What was not looked at in preparing the target does not matter any more: one without a sidecar has none. */
    private static List<Condition> withoutStale(List<Condition> present, List<Condition> latest) {
        List<Condition> conditions = present;
        for (ConditionType type : List.of(SIDECAR_INJECTED, IMAGE_PULL_SECRETS_FOUND)) {
            if (Conditions.isTrue(latest, CRON_JOB_CREATED)
                    && Conditions.find(latest, type).isEmpty()) {
                conditions = Conditions.without(conditions, type);
            }
        }
        return conditions;
    }

    /** The status with times of the schedule. The last one never goes back. */
    static BackupConfigurationStatus withTimes(
            BackupConfiguration object, @Nullable Instant last, @Nullable Instant next) {
        BackupConfigurationStatus status = of(object);
        Instant known = status.lastScheduleTime();
        boolean newer = last != null && (known == null || last.isAfter(known));
        return new BackupConfigurationStatus(
                status.observedGeneration(), status.conditions(), status.phase(), newer ? last : known, next);
    }
}
