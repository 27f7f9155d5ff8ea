package dev.coffer.operator.controller.repository;

import static dev.coffer.operator.api.condition.ConditionType.BACKEND_SECRET_FOUND;
import static dev.coffer.operator.api.condition.ConditionType.VALIDATION_PASSED;

import dev.coffer.operator.api.Finalizers;
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
import dev.coffer.operator.controller.cluster.Finalizer;
import dev.coffer.operator.controller.invoker.JobServices;
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
 * Says whether a Repository can be used as it is written, and has what it stores removed if it is to be. What its store holds is
 * reported by those who work with it: the operator itself opens no repository.
 */
@ControllerConfiguration(
        name = "repository",
        triggerReconcilerOnAllEvents = true,
        // Reports of the job that wipes out count, too.
        generationAwareEventProcessing = false)
public final class RepositoryReconciler implements Reconciler<Repository> {

    /** Secrets are not watched: that would take the right to read all of them at any time. */
    private static final Duration CHECK = Duration.ofSeconds(15);

    private final KubernetesClient client;
    private final StatusEditor<Repository, RepositoryStatus> editor;
    private final Finalizer finalizer;
    private final WipeOut wipeOut;
    private final Events events;
    private final InstantSource clock;

    public RepositoryReconciler(JobServices services, InstantSource clock) {
        this.client = services.client();
        this.editor = new StatusEditor<>(client, Repository.class);
        this.finalizer = new Finalizer(client, services.objects(), Finalizers.REPOSITORY);
        this.wipeOut = new WipeOut(services);
        this.events = new Events(client, clock, "Repository Controller");
        this.clock = clock;
    }

    @Override
    public UpdateControl<Repository> reconcile(Repository repository, Context<Repository> context) {
        Instant now = clock.instant();
        if (repository.isMarkedForDeletion()) {
            return finalizer.keeps(repository) ? leave(repository, now) : UpdateControl.noUpdate();
        } else if (repository.getSpec() == null || context.isPrimaryResourceDeleted()) {
            return UpdateControl.noUpdate();
        }
        if (WipeOut.isWanted(repository)) {
            finalizer.add(repository);
        } else {
            finalizer.remove(repository);
        }
        Optional<String> lack = RepositoryState.missingSecret(client, repository);
        editor.edit(repository, object -> status(object, lack, now))
                .ifPresent(present -> events.record(
                        present, ConditionEvents.of(present.getStatus().conditions())));
        UpdateControl<Repository> control = UpdateControl.noUpdate();
        return lack.isPresent() ? control.rescheduleAfter(CHECK) : control;
    }

    /** A Repository that is being removed. */
    private UpdateControl<Repository> leave(Repository repository, Instant now) {
        Optional<WipeOut.Step> step = wipeOut.advance(repository, now);
        if (step.isEmpty()) {
            finalizer.remove(repository);
            return UpdateControl.noUpdate();
        }
        editor.edit(repository, object -> {
                    RepositoryStatus status = RepositoryStatuses.of(object);
                    return RepositoryStatuses.withConditions(
                            status,
                            object.getMetadata().getGeneration(),
                            step.get().in(status.conditions()));
                })
                .ifPresent(present -> events.record(
                        present, step.get().events(present.getStatus().conditions())));
        return UpdateControl.<Repository>noUpdate().rescheduleAfter(CHECK);
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
