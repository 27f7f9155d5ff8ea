package dev.coffer.operator.controller.backupsession;

import dev.coffer.operator.api.RetryConfig;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.BackupSessionPhase;
import dev.coffer.operator.api.backup.BackupSessionStatus;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionType;
import dev.coffer.operator.api.condition.Conditions;
import dev.coffer.operator.api.time.GoDuration;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether, and when, a failed session is followed by another one. */
final class Retry {

    private Retry() {}

    /** When the next try is to start; empty if there is none, or if it has started. */
    static Optional<Instant> time(BackupSession session, @Nullable RetryConfig config) {
        BackupSessionStatus status = Statuses.of(session);
        boolean wanted = status.phase() == BackupSessionPhase.FAILED
                && left(session) > 0
                && !Boolean.TRUE.equals(status.retried());
        if (!wanted) {
            return Optional.empty();
        }
        Instant planned = status.nextRetry();
        return Optional.of(planned == null ? end(session).plus(delay(config)) : planned);
    }

    /** How many tries the next session has left. */
    static int left(BackupSession session) {
        Integer left = session.getSpec().retryLeft();
        return left == null ? 0 : left;
    }

    private static Instant end(BackupSession session) {
        return Conditions.find(Statuses.of(session).conditions(), ConditionType.METRICS_PUSHED)
                .map(Condition::lastTransitionTime)
                .orElseGet(() -> Instant.parse(session.getMetadata().getCreationTimestamp()));
    }

    private static Duration delay(@Nullable RetryConfig config) {
        return config == null || config.delay() == null
                ? Duration.ZERO
                : GoDuration.parse(config.delay()).orElse(Duration.ZERO);
    }
}
