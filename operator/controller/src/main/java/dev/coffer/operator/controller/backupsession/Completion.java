package dev.coffer.operator.controller.backupsession;

import static dev.coffer.operator.api.condition.ConditionType.BACKUP_HISTORY_CLEANED;
import static dev.coffer.operator.api.condition.ConditionType.METRICS_PUSHED;

import dev.coffer.operator.api.backup.BackupInvokerSpec;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.BackupSessionStatus;
import dev.coffer.operator.api.backup.SessionHistory;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.time.GoDuration;
import dev.coffer.operator.controller.cluster.ClusterObjects;
import dev.coffer.operator.controller.invoker.BackupInvoker;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** What is left to do when no target of a session is worked on any more. */
final class Completion {

    private final ClusterObjects objects;

    Completion(ClusterObjects objects) {
        this.objects = objects;
    }

    /** The status of a session that has ended, which makes its phase final. */
    static BackupSessionStatus status(BackupSession session, BackupSessionStatus present, Instant now) {
        Instant created = Instant.parse(session.getMetadata().getCreationTimestamp());
        Duration taken = Duration.between(created, now).truncatedTo(ChronoUnit.SECONDS);
        BackupSessionStatus ended = Statuses.withCondition(
                present, METRICS_PUSHED.is(ConditionStatus.TRUE, "Nothing is left to do for this backup", now));
        return Statuses.withDuration(ended, GoDuration.format(taken));
    }

    /**
     * Removes the sessions that are too old to be kept.
     *
     * @param all sessions of the invoker
     * @return what is to be said about it
     */
    Condition cleanHistory(BackupInvoker invoker, List<BackupSession> all, Instant now) {
        int limit = Objects.requireNonNullElse(
                invoker.spec().backupHistoryLimit(), BackupInvokerSpec.DEFAULT_HISTORY_LIMIT);
        try {
            SessionHistory.toRemove(all, limit).forEach(objects::remove);
            return BACKUP_HISTORY_CLEANED.is(
                    ConditionStatus.TRUE, "Sessions beyond the limit of " + limit + " are removed", now);
        } catch (KubernetesClientException e) {
            return BACKUP_HISTORY_CLEANED.is(
                    ConditionStatus.FALSE, "Old sessions could not be removed: " + e.getMessage(), now);
        }
    }
}
