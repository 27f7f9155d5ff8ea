package dev.coffer.operator.controller.restoresession;

import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.Conditions;
import dev.coffer.operator.api.phase.RestorePhases;
import dev.coffer.operator.api.restore.HostRestorePhase;
import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.api.restore.RestoreSessionStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of the status of a RestoreSession. All results have the phase that follows from them. */
final class Statuses {

    private Statuses() {}

    static RestoreSessionStatus of(RestoreSession session) {
        RestoreSessionStatus status = session.getStatus();
        return status == null
                ? new RestoreSessionStatus(null, null, null, null, List.of(), List.of(), List.of())
                : status;
    }

    static RestoreSessionStatus withConditions(RestoreSessionStatus status, List<Condition> latest) {
        List<Condition> conditions = status.conditions();
        for (Condition condition : latest) {
            conditions = Conditions.with(conditions, condition);
        }
        return copy(status, status.totalHosts(), status.sessionDuration(), status.sessionDeadline(), conditions);
    }

    static RestoreSessionStatus withHosts(RestoreSessionStatus status, int hosts) {
        return copy(status, hosts, status.sessionDuration(), status.sessionDeadline(), status.conditions());
    }

    static RestoreSessionStatus withDeadline(RestoreSessionStatus status, @Nullable Instant deadline) {
        return copy(status, status.totalHosts(), status.sessionDuration(), deadline, status.conditions());
    }

    static RestoreSessionStatus withDuration(RestoreSessionStatus status, String duration) {
        return copy(status, status.totalHosts(), duration, status.sessionDeadline(), status.conditions());
    }

    /** Whether all hosts have reported how their restore has ended. */
    static boolean isReported(RestoreSessionStatus status) {
        long ended = status.stats().stream()
                .filter(host -> host.phase() != null && host.phase() != HostRestorePhase.RUNNING)
                .count();
        return status.totalHosts() != null && ended >= status.totalHosts();
    }

    private static RestoreSessionStatus copy(
            RestoreSessionStatus status,
            @Nullable Integer hosts,
            @Nullable String duration,
            @Nullable Instant deadline,
            List<Condition> conditions) {
        RestoreSessionStatus changed = new RestoreSessionStatus(
                status.phase(), hosts, duration, deadline, conditions, status.stats(), status.progress());
        return new RestoreSessionStatus(
                RestorePhases.of(changed), hosts, duration, deadline, conditions, status.stats(), status.progress());
    }
}
