package dev.coffer.operator.controller.repository;

import static dev.coffer.operator.api.condition.ConditionType.BACKEND_SECRET_FOUND;
import static dev.coffer.operator.api.condition.ConditionType.VALIDATION_PASSED;

import dev.coffer.operator.api.client.StatusEditor;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.Conditions;
import dev.coffer.operator.api.event.ConditionEvents;
import dev.coffer.operator.api.event.Events;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.repository.RepositoryLocation;
import dev.coffer.operator.api.repository.RepositoryStatus;
import dev.coffer.operator.api.validation.Problem;
import dev.coffer.operator.api.validation.Validator;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Says whether a Repository can be used as it is written. What its store holds is reported by those who work with it: the
 * operator itself opens no repository.
 */
@ControllerConfiguration(name = "repository")
public final class RepositoryReconciler implements Reconciler<Repository> {

    /** Secrets are not watched: that would take the right to read all of them at any time. */
    private static final Duration SECRET_CHECK = Duration.ofSeconds(15);

    private final KubernetesClient client;
    private final StatusEditor<Repository, RepositoryStatus> editor;
    private final Events events;
    private final InstantSource clock;

    public RepositoryReconciler(KubernetesClient client, InstantSource clock) {
        this.client = client;
        this.editor = new StatusEditor<>(client, Repository.class);
        this.events = new Events(client, clock, "Repository Controller");
        this.clock = clock;
    }

    @Override
    public UpdateControl<Repository> reconcile(Repository repository, Context<Repository> context) {
        if (repository.getSpec() == null) {
            return UpdateControl.noUpdate();
        }
        Optional<String> lack = RepositoryState.missingSecret(client, repository);
        editor.edit(repository, object -> status(object, lack, clock.instant()))
                .ifPresent(present -> events.record(
                        present, ConditionEvents.of(present.getStatus().conditions())));
        UpdateControl<Repository> control = UpdateControl.noUpdate();
        return lack.isPresent() ? control.rescheduleAfter(SECRET_CHECK) : control;
    }

    static RepositoryStatus status(Repository repository, Optional<String> lack, Instant now) {
        RepositoryStatus status = RepositoryStatuses.of(repository);
        Condition secret = lack.map(message -> BACKEND_SECRET_FOUND.is(ConditionStatus.FALSE, message, now))
                .orElseGet(() -> BACKEND_SECRET_FOUND.is(ConditionStatus.TRUE, "The Secret is complete", now));
        List<Condition> conditions =
                Conditions.with(Conditions.with(status.conditions(), secret), validation(repository, now));
        return RepositoryStatuses.withConditions(
                status, repository.getMetadata().getGeneration(), conditions);
    }

    private static Condition validation(Repository repository, Instant now) {
        boolean located = Optional.ofNullable(repository.getSpec().backend())
                .flatMap(RepositoryLocation::of)
                .isPresent();
        List<String> problems = located
                ? Validator.repository(repository.getSpec()).stream()
                        .filter(Problem::isError)
                        .map(Problem::toString)
                        .toList()
                : List.of("spec.backend: names no store; give one, such as s3 or local");
        return problems.isEmpty()
                ? VALIDATION_PASSED.is(ConditionStatus.TRUE, "The specification is valid", now)
                : VALIDATION_PASSED.is(ConditionStatus.FALSE, String.join("; ", problems), now);
    }
}
