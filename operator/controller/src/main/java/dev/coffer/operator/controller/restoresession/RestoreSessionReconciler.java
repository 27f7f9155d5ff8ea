package dev.coffer.operator.controller.restoresession;

import static dev.coffer.operator.api.condition.ConditionType.DEADLINE_EXCEEDED;
import static dev.coffer.operator.api.condition.ConditionType.METRICS_PUSHED;
import static dev.coffer.operator.api.condition.ConditionType.RESTORE_EXECUTOR_ENSURED;
import static dev.coffer.operator.api.condition.ConditionType.VALIDATION_PASSED;

import dev.coffer.operator.api.Finalizers;
import dev.coffer.operator.api.Labels;
import dev.coffer.operator.api.client.StatusEditor;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.Conditions;
import dev.coffer.operator.api.restore.RestorePhase;
import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.api.restore.RestoreSessionStatus;
import dev.coffer.operator.api.restore.RestoreTarget;
import dev.coffer.operator.api.time.GoDuration;
import dev.coffer.operator.controller.cluster.Finalizer;
import dev.coffer.operator.controller.invoker.JobServices;
import dev.coffer.operator.controller.repository.RepositoryState;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
    private final StatusEditor<RestoreSession, RestoreSessionStatus> editor;
    private final Finalizer finalizer;
    private final Restorers restorers;
    private final InstantSource clock;

    public RestoreSessionReconciler(JobServices services, InstantSource clock) {
        this.services = services;
        this.editor = new StatusEditor<>(services.client(), RestoreSession.class);
        this.finalizer = new Finalizer(services.client(), services.objects(), Finalizers.INVOKER);
        this.restorers = new Restorers(services);
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
        } else if (session.getSpec() == null || context.isPrimaryResourceDeleted() || hasEnded(session)) {
            return UpdateControl.noUpdate();
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
        Optional<RestoreSession> present = editor.edit(
                session,
                latest -> Statuses.withDeadline(
                        Statuses.withConditions(Statuses.of(latest), conditions), deadline(latest)));
        RestoreTarget target = session.getSpec().members().getFirst().target();
        if (present.isPresent() && target != null && Conditions.isTrue(conditions, VALIDATION_PASSED)) {
            RestoreWork work = new RestoreWork(
                    present.get(), target, repository.repository().orElseThrow());
            advance(work, now);
        }
        return UpdateControl.<RestoreSession>noUpdate().rescheduleAfter(CHECK);
    }

    static boolean hasEnded(RestoreSession session) {
        RestorePhase phase = Statuses.of(session).phase();
        return phase != null && phase.isFinal();
    }

    private void advance(RestoreWork work, Instant now) {
        RestoreSessionStatus status = Statuses.of(work.session());
        Instant deadline = status.sessionDeadline();
        if (Statuses.isReported(status) || Conditions.isFalse(status.conditions(), RESTORE_EXECUTOR_ENSURED)) {
            edit(work, latest -> complete(work.session(), latest, now));
        } else if (deadline != null && !now.isBefore(deadline)) {
            exceed(work, now);
        } else if (Conditions.isTrue(status.conditions(), RESTORE_EXECUTOR_ENSURED)) {
            restorers.end(work, now).ifPresent(reason -> edit(work, latest -> disrupted(latest, reason, now)));
        } else {
            start(work, now);
        }
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
        return Statuses.isReported(status)
                ? status
                : Statuses.withConditions(
                        status, List.of(RESTORE_EXECUTOR_ENSURED.is(ConditionStatus.FALSE, reason, now)));
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
        editor.edit(work.session(), latest -> change.apply(Statuses.of(latest)));
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
            RepositoryState repository =
                    RepositoryState.read(services.client(), session.getSpec().repository(), namespace);
            restorers.cleanUp(
                    session.getSpec().target(), namespace, session.getMetadata().getName(), repository.repository());
        }
        finalizer.remove(session);
    }
}
