package dev.coffer.operator.controller.backupsession;

import dev.coffer.operator.api.Annotations;
import dev.coffer.operator.api.Labels;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.controller.invoker.BackupInvoker;
import dev.coffer.operator.controller.invoker.BackupInvokers;
import dev.coffer.operator.controller.invoker.ExecutionModels;
import dev.coffer.operator.controller.invoker.JobServices;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.Mappers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings a BackupSession to its end. Every call looks at everything anew and takes the steps that are due, so that it does not
 * matter which of them an earlier operator has taken.
 */
@ControllerConfiguration(name = "backupsession", generationAwareEventProcessing = false)
public final class BackupSessionReconciler implements Reconciler<BackupSession> {

    /** How soon a session that waits for something that is not watched looks again. */
    private static final Duration CHECK = Duration.ofSeconds(10);

    private final SessionQueue queue;

    /** Where the next session is told that it is its turn. */
    private final SimpleInboundEventSource<BackupSession> turns = new SimpleInboundEventSource<>("turns");

    private final BackupInvokers invokers;
    private final SessionStart start;
    private final SessionWork work;
    private final SessionEnd end;
    private final InstantSource clock;

    /** @param most sessions that are at work at a time */
    public BackupSessionReconciler(JobServices services, ExecutionModels models, int most, InstantSource clock) {
        this.queue = new SessionQueue(most);
        SessionEditor editor = new SessionEditor(services.client(), clock);
        this.invokers = new BackupInvokers(services.client());
        this.start = new SessionStart(editor);
        this.work = new SessionWork(services.client(), editor, new Executors(services, models));
        this.end = new SessionEnd(services.objects(), editor);
        this.clock = clock;
    }

    @Override
    public List<EventSource<?, BackupSession>> prepareEventSources(EventSourceContext<BackupSession> context) {
        return List.of(
                turns,
                new InformerEventSource<>(
                        InformerEventSourceConfiguration.from(Job.class, BackupSession.class)
                                .withLabelSelector(Labels.COMPONENT + "=" + Labels.COMPONENT_BACKUP)
                                .withSecondaryToPrimaryMapper(Mappers.fromOwnerReferences(BackupSession.class))
                                .build(),
                        context),
                new InformerEventSource<>(
                        InformerEventSourceConfiguration.from(Pod.class, BackupSession.class)
                                .withLabelSelector(Labels.SIDECAR + "=true")
                                .withSecondaryToPrimaryMapper(BackupSessionReconciler::sessionOf)
                                .build(),
                        context));
    }

    private static Set<ResourceID> sessionOf(Pod pod) {
        Map<String, String> annotations = pod.getMetadata().getAnnotations();
        String session = annotations == null ? null : annotations.get(Annotations.BACKUP_SESSION);
        return session == null
                ? Set.of()
                : Set.of(new ResourceID(session, pod.getMetadata().getNamespace()));
    }

    @Override
    public UpdateControl<BackupSession> reconcile(BackupSession session, Context<BackupSession> context) {
        Instant now = clock.instant();
        if (!session.hasEnded()
                && !queue.admits(session, context.getPrimaryCache().list())) {
            return await(session, siblings(session, context), now);
        }
        Optional<BackupInvoker> invoker = invokers.of(session);
        if (session.hasEnded()) {
            queue.next(context.getPrimaryCache().list())
                    .ifPresent(next -> turns.propagateEvent(ResourceID.fromResource(next)));
            return invoker.flatMap(found -> end.retry(session, found, now))
                    .map(time -> again(Duration.between(now, time).plusMillis(1)))
                    .orElseGet(UpdateControl::noUpdate);
        } else if (invoker.isEmpty()) {
            start.skip(session, "There is no " + BackupInvokers.describe(session) + ", for which this session is", now);
            return UpdateControl.noUpdate();
        }
        List<BackupSession> siblings = siblings(session, context);
        return start.begin(session, invoker.get(), siblings, now)
                .map(present -> advance(present, invoker.get(), siblings, now))
                .orElseGet(() -> again(CHECK));
    }

    /** A session that its turn would find skipped need not wait for that. */
    private UpdateControl<BackupSession> await(BackupSession session, List<BackupSession> siblings, Instant now) {
        Optional<String> overlap = Beginning.overlap(session, siblings);
        if (overlap.isPresent()) {
            start.skip(session, overlap.get(), now);
            return UpdateControl.noUpdate();
        }
        start.queue(session, queue.most(), now);
        return again(CHECK);
    }

    private UpdateControl<BackupSession> advance(
            BackupSession session, BackupInvoker invoker, List<BackupSession> siblings, Instant now) {
        Instant deadline = Statuses.of(session).sessionDeadline();
        boolean late = deadline != null && !now.isBefore(deadline);
        BackupSession present = late ? work.exceed(session, invoker, now) : work.advance(session, invoker, now);
        if (work.isDone(present, invoker, now)) {
            end.complete(present, invoker, siblings, now);
            return again(Duration.ofMillis(1));
        }
        Duration untilDeadline = deadline == null ? CHECK : Duration.between(now, deadline);
        return again(untilDeadline.compareTo(CHECK) < 0 ? untilDeadline.plusMillis(1) : CHECK);
    }

    private static UpdateControl<BackupSession> again(Duration pause) {
        return UpdateControl.<BackupSession>noUpdate().rescheduleAfter(pause);
    }

    private static List<BackupSession> siblings(BackupSession session, Context<BackupSession> context) {
        return context.getPrimaryCache()
                .list(session.getMetadata().getNamespace(), other -> BackupInvokers.isSame(other, session))
                .toList();
    }
}
