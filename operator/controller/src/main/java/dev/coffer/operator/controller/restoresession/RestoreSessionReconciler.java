package dev.coffer.operator.controller.restoresession;

import static dev.coffer.operator.api.condition.ConditionType.VALIDATION_PASSED;

import dev.coffer.operator.api.Finalizers;
import dev.coffer.operator.api.Labels;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.Conditions;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.restore.RestorePhase;
import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.api.restore.RestoreTarget;
import dev.coffer.operator.api.time.GoDuration;
import dev.coffer.operator.controller.cluster.Finalizer;
import dev.coffer.operator.controller.invoker.JobServices;
import dev.coffer.operator.controller.repository.RepositoryState;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.Mappers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings a RestoreSession to its end: observes what is there, starts the restore once, and sees it end. */
@ControllerConfiguration(
        name = "restoresession",
        triggerReconcilerOnAllEvents = true,
        generationAwareEventProcessing = false)
public final class RestoreSessionReconciler implements Reconciler<RestoreSession> {

    /** How soon what is missing, and not watched, is looked for again. */
    private static final Duration CHECK = Duration.ofSeconds(10);

    private final JobServices services;
    private final RestoreEditor editor;
    private final Finalizer finalizer;
    private final Restorers restorers;
    private final RestoreProgress progress;
    private final InstantSource clock;

    public RestoreSessionReconciler(JobServices services, InstantSource clock) {
        this.services = services;
        this.editor = new RestoreEditor(services.client(), clock);
        this.finalizer = new Finalizer(services.client(), services.objects(), Finalizers.INVOKER);
        this.restorers = new Restorers(services, clock);
        this.progress = new RestoreProgress(services.client(), editor, restorers);
        this.clock = clock;
    }

    @Override
    public List<EventSource<?, RestoreSession>> prepareEventSources(EventSourceContext<RestoreSession> context) {
        return List.of(new InformerEventSource<>(
                InformerEventSourceConfiguration.from(Job.class, RestoreSession.class)
                        .withLabelSelector(Labels.COMPONENT + "=" + Labels.COMPONENT_RESTORE)
                        .withSecondaryToPrimaryMapper(Mappers.fromOwnerReferences(RestoreSession.class))
                        .build(),
                context));
    }

    @Override
    public UpdateControl<RestoreSession> reconcile(RestoreSession session, Context<RestoreSession> context) {
        Instant now = clock.instant();
        if (session.isMarkedForDeletion()) {
            if (finalizer.keeps(session)) {
                cleanUp(session);
            }
            return UpdateControl.noUpdate();
        } else if (session.getSpec() == null || context.isPrimaryResourceDeleted()) {
            return UpdateControl.noUpdate();
        } else if (hasEnded(session)) {
            return keep(session);
        }
        finalizer.add(session);
        RepositoryState repository = RepositoryState.read(
                services.client(),
                session.getSpec().repository(),
                session.getMetadata().getNamespace());
        List<Condition> conditions = new ArrayList<>(repository.conditions(now));
        if (repository.isComplete()) {
            conditions.add(Validation.check(session, repository, now));
        }
        if (Conditions.isTrue(conditions, VALIDATION_PASSED)) {
            services.registry().ensure(RestoreWork.recipient(session)).ifPresent(conditions::add);
        }
        Optional<RestoreSession> present = editor.edit(
                session,
                status -> Statuses.withDeadline(Statuses.withConditions(status, conditions), deadline(session)));
        RestoreTarget target = session.getSpec().members().getFirst().target();
        if (present.isPresent() && target != null && Conditions.isTrue(conditions, VALIDATION_PASSED)) {
            RestoreWork work = new RestoreWork(
                    present.get(), target, repository.repository().orElseThrow());
            progress.advance(work, now);
        }
        return UpdateControl.<RestoreSession>noUpdate().rescheduleAfter(CHECK);
    }

    /** Pods of a workload have the init container as long as the session is there, and may start on nodes that lack its image. */
    private UpdateControl<RestoreSession> keep(RestoreSession session) {
        Optional<Duration> refresh = services.registry().refresh();
        RestoreTarget target = session.getSpec().members().getFirst().target();
        UpdateControl<RestoreSession> control = UpdateControl.noUpdate();
        if (refresh.isEmpty()
                || target == null
                || target.ref() == null
                || WorkloadKind.of(target.ref().kind()).isEmpty()) {
            return control;
        }
        services.registry().ensure(RestoreWork.recipient(session));
        return control.rescheduleAfter(refresh.get());
    }

    static boolean hasEnded(RestoreSession session) {
        RestorePhase phase = Statuses.of(session).phase();
        return phase != null && phase.isFinal();
    }

    private static @Nullable Instant deadline(RestoreSession session) {
        String timeOut = session.getSpec().timeOut();
        return timeOut == null
                ? null
                : GoDuration.parse(timeOut)
                        .map(Instant.parse(session.getMetadata().getCreationTimestamp())::plus)
                        .orElse(null);
    }

    private void cleanUp(RestoreSession session) {
        if (session.getSpec() != null && session.getSpec().target() != null) {
            String namespace = session.getMetadata().getNamespace();
            Optional<Repository> repository =
                    RepositoryState.find(services.client(), session.getSpec().repository(), namespace);
            restorers.cleanUp(
                    session.getSpec().target(), namespace, session.getMetadata().getName(), repository);
        }
        finalizer.remove(session);
    }
}
