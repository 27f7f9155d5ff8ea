package dev.coffer.operator.controller.restoresession;

import static dev.coffer.operator.api.condition.ConditionType.DEADLINE_EXCEEDED;
import static dev.coffer.operator.api.condition.ConditionType.METRICS_PUSHED;
import static dev.coffer.operator.api.condition.ConditionType.RESTORE_EXECUTOR_ENSURED;
import static dev.coffer.operator.api.condition.ConditionType.RESTORE_TARGET_FOUND;

import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.Conditions;
import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.api.restore.RestoreSessionStatus;
import dev.coffer.operator.api.time.GoDuration;
import dev.coffer.operator.controller.invoker.TargetCheck;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Starts a restore once, and sees it end. */
final class RestoreProgress {

    private final KubernetesClient client;
    private final RestoreEditor editor;
    private final Restorers restorers;

    RestoreProgress(KubernetesClient client, RestoreEditor editor, Restorers restorers) {
        this.client = client;
        this.editor = editor;
        this.restorers = restorers;
    }

    /** Takes the step that is due. */
    void advance(RestoreWork work, Instant now) {
        RestoreSessionStatus status = Statuses.of(work.session());
        Instant deadline = status.sessionDeadline();
        if (Statuses.isReported(status) || Conditions.isFalse(status.conditions(), RESTORE_EXECUTOR_ENSURED)) {
            edit(work, latest -> complete(work.session(), latest, now));
        } else if (deadline != null && !now.isBefore(deadline)) {
            exceed(work, now);
        } else if (status.totalHosts() != null) {
            observe(work, now);
        } else if (isThere(work, now)) {
            start(work, now);
        }
    }

    /** A target that comes later is restored then. */
    private boolean isThere(RestoreWork work, Instant now) {
        Condition found = TargetCheck.check(client, work.ref(), work.namespace(), RESTORE_TARGET_FOUND, now);
        edit(work, latest -> Statuses.withConditions(latest, List.of(found)));
        return found.status() == ConditionStatus.TRUE;
    }

    private void start(RestoreWork work, Instant now) {
        switch (restorers.start(work)) {
            case RestoreStart.Started(int hosts, String message) ->
                edit(
                        work,
                        latest -> Statuses.withConditions(
                                Statuses.withHosts(latest, hosts),
                                List.of(RESTORE_EXECUTOR_ENSURED.is(ConditionStatus.TRUE, message, now))));
            case RestoreStart.Impossible(String message) -> edit(work, latest -> disrupted(latest, message, now));
        }
    }

    private void observe(RestoreWork work, Instant now) {
        Optional<String> end = restorers.end(work, now);
        Optional<String> obstacle = end.isPresent() ? Optional.empty() : restorers.obstacle(work, now);
        if (end.isPresent()) {
            edit(work, latest -> disrupted(latest, end.get(), now));
        } else if (obstacle.isPresent()) {
            edit(work, latest -> withExecutor(latest, ConditionStatus.UNKNOWN, obstacle.get(), now));
        } else if (Conditions.has(
                Statuses.of(work.session()).conditions(), RESTORE_EXECUTOR_ENSURED, ConditionStatus.UNKNOWN)) {
            edit(work, latest -> withExecutor(latest, ConditionStatus.TRUE, "Nothing keeps it from going on", now));
        }
    }

    private void exceed(RestoreWork work, Instant now) {
        restorers.stop(work);
        String message = "The restore took longer than spec.timeOut, "
                + work.session().getSpec().timeOut() + "; give it more time, or see why it is slow";
        edit(
                work,
                latest -> complete(
                        work.session(),
                        Statuses.withConditions(
                                latest, List.of(DEADLINE_EXCEEDED.is(ConditionStatus.TRUE, message, now))),
                        now));
    }

    /** A report that has come in meanwhile counts more. */
    private static RestoreSessionStatus disrupted(RestoreSessionStatus status, String reason, Instant now) {
        return withExecutor(status, ConditionStatus.FALSE, reason, now);
    }

    private static RestoreSessionStatus withExecutor(
            RestoreSessionStatus status, ConditionStatus value, String message, Instant now) {
        return Statuses.isReported(status)
                ? status
                : Statuses.withConditions(status, List.of(RESTORE_EXECUTOR_ENSURED.is(value, message, now)));
    }

    private static RestoreSessionStatus complete(RestoreSession session, RestoreSessionStatus status, Instant now) {
        Instant created = Instant.parse(session.getMetadata().getCreationTimestamp());
        Duration taken = Duration.between(created, now).truncatedTo(ChronoUnit.SECONDS);
        RestoreSessionStatus ended = Statuses.withConditions(
                status,
                List.of(METRICS_PUSHED.is(ConditionStatus.TRUE, "Nothing is left to do for this restore", now)));
        return Statuses.withDuration(ended, GoDuration.format(taken));
    }

    private void edit(RestoreWork work, UnaryOperator<RestoreSessionStatus> change) {
        editor.edit(work.session(), change);
    }
}
