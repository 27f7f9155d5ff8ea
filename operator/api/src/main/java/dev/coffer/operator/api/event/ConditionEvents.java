package dev.coffer.operator.api.event;

import static dev.coffer.operator.api.condition.ConditionType.ALL_FILES_READ;
import static dev.coffer.operator.api.condition.ConditionType.BACKUP_DISRUPTED;
import static dev.coffer.operator.api.condition.ConditionType.BACKUP_EXECUTOR_ENSURED;
import static dev.coffer.operator.api.condition.ConditionType.BACKUP_SKIPPED;
import static dev.coffer.operator.api.condition.ConditionType.CRON_JOB_CREATED;
import static dev.coffer.operator.api.condition.ConditionType.DEADLINE_EXCEEDED;
import static dev.coffer.operator.api.condition.ConditionType.RESTORE_EXECUTOR_ENSURED;
import static dev.coffer.operator.api.condition.ConditionType.SESSION_QUEUED;
import static dev.coffer.operator.api.condition.ConditionType.SIDECAR_INJECTED;

import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.ConditionType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The events that follow from conditions: a warning for what is not as it should be, and a plain event when work has begun. Reasons
 * are those of the conditions, or those of Stash's events where it has other ones.
 */
public final class ConditionEvents {

    /** Conditions that are bad news when they hold. */
    private static final Set<String> TROUBLE = types(BACKUP_SKIPPED, DEADLINE_EXCEEDED, BACKUP_DISRUPTED);

    private static final Set<String> BEGINNING = types(BACKUP_EXECUTOR_ENSURED, RESTORE_EXECUTOR_ENSURED);

    /** The agent tells about them host by host, or they are nothing to be told about. */
    private static final Set<String> NOT_TOLD = types(ALL_FILES_READ, SESSION_QUEUED);

    private static final Map<String, String> REASONS = Map.of(
            SIDECAR_INJECTED.type(), "Sidecar Injection Failed", CRON_JOB_CREATED.type(), "CronJob Creation Failed");

    private ConditionEvents() {}

    /** What is to be told about an object that has these conditions. */
    public static List<Event> of(List<Condition> conditions) {
        return conditions.stream().flatMap(condition -> of(condition).stream()).toList();
    }

    private static Optional<Event> of(Condition condition) {
        if (NOT_TOLD.contains(condition.type())) {
            return Optional.empty();
        }
        boolean holds = condition.status() == ConditionStatus.TRUE;
        String message = Objects.requireNonNullElse(condition.message(), "");
        if (holds == TROUBLE.contains(condition.type())) {
            String reason = REASONS.getOrDefault(condition.type(), reason(condition));
            return Optional.of(Event.warning(reason, message));
        }
        return holds && BEGINNING.contains(condition.type())
                ? Optional.of(Event.normal(reason(condition), message))
                : Optional.empty();
    }

    private static String reason(Condition condition) {
        return Objects.requireNonNullElse(condition.reason(), condition.type());
    }

    private static Set<String> types(ConditionType... types) {
        return Stream.of(types).map(ConditionType::type).collect(Collectors.toUnmodifiableSet());
    }
}
