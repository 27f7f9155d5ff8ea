package dev.coffer.operator.controller.backupsession;

import static dev.coffer.operator.api.condition.ConditionType.BACKUP_DISRUPTED;
import static dev.coffer.operator.api.condition.ConditionType.BACKUP_SKIPPED;
import static dev.coffer.operator.api.condition.ConditionType.DEADLINE_EXCEEDED;

import dev.coffer.operator.api.Annotations;
import dev.coffer.operator.api.Labels;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.BackupSessionPhase;
import dev.coffer.operator.api.backup.BackupSessionStatus;
import dev.coffer.operator.api.client.StatusEditor;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.naming.ObjectNames;
import dev.coffer.operator.api.phase.BackupPhases;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.controller.invoker.BackupInvoker;
import dev.coffer.operator.controller.invoker.BackupInvokers;
import dev.coffer.operator.controller.invoker.JobServices;
import dev.coffer.operator.controller.repository.RepositoryState;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.Mappers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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

    private final KubernetesClient client;
    private final BackupInvokers invokers;
    private final StatusEditor<BackupSession, BackupSessionStatus> editor;
    private final JobServices services;
    private final Executors executors;
    private final Completion completion;
    private final InstantSource clock;

    public BackupSessionReconciler(JobServices services, InstantSource clock) {
        this.client = services.client();
        this.invokers = new BackupInvokers(client);
        this.editor = new StatusEditor<>(client, BackupSession.class);
        this.services = services;
        this.executors = new Executors(services);
        this.completion = new Completion(services.objects());
        this.clock = clock;
    }

    @Override
    public List<EventSource<?, BackupSession>> prepareEventSources(EventSourceContext<BackupSession> context) {
        return List.of(
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
        BackupSessionPhase phase = Statuses.of(session).phase();
        Optional<BackupInvoker> invoker = invokers.of(session);
        if (phase != null && phase.isFinal()) {
            return invoker.map(found -> retry(session, found, now)).orElseGet(UpdateControl::noUpdate);
        } else if (invoker.isEmpty()) {
            skip(session, "There is no " + BackupInvokers.describe(session) + ", for which this session is", now);
            return UpdateControl.noUpdate();
        }
        List<BackupSession> siblings = siblings(session, context);
        Optional<BackupSession> begun = begin(session, invoker.get(), siblings, now);
        return begun.map(present -> advance(present, invoker.get(), siblings, now))
                .orElseGet(() -> UpdateControl.<BackupSession>noUpdate().rescheduleAfter(CHECK));
    }

    /** The session once it has begun; empty if it is skipped, or the invoker is not known well enough yet. */
    private Optional<BackupSession> begin(
            BackupSession session, BackupInvoker invoker, List<BackupSession> siblings, Instant now) {
        if (!Statuses.of(session).targets().isEmpty()) {
            return Optional.of(session);
        } else if (invoker.phase() == null) {
            return Optional.empty();
        }
        Optional<String> skip = Beginning.skip(session, invoker, siblings);
        if (skip.isPresent()) {
            skip(session, skip.get(), now);
            return Optional.empty();
        }
        return editor.edit(
                session,
                present -> Statuses.of(present).targets().isEmpty()
                        ? Beginning.status(present, invoker)
                        : Statuses.of(present));
    }

    private void skip(BackupSession session, String reason, Instant now) {
        editor.edit(
                session,
                present -> Statuses.withCondition(
                        Statuses.of(present), BACKUP_SKIPPED.is(ConditionStatus.TRUE, reason, now)));
    }

    private UpdateControl<BackupSession> advance(
            BackupSession session, BackupInvoker invoker, List<BackupSession> siblings, Instant now) {
        Instant deadline = Statuses.of(session).sessionDeadline();
        BackupSession present = session;
        if (deadline != null && !now.isBefore(deadline)) {
            present = exceed(session, invoker, now);
        } else {
            present = advanceTargets(session, invoker, now);
        }
        if (isDone(Statuses.of(present), invoker, present, now)) {
            complete(present, invoker, siblings, now);
            return UpdateControl.<BackupSession>noUpdate().rescheduleAfter(Duration.ofMillis(1));
        }
        Duration untilDeadline = deadline == null ? CHECK : Duration.between(now, deadline);
        return UpdateControl.<BackupSession>noUpdate()
                .rescheduleAfter(untilDeadline.compareTo(CHECK) < 0 ? untilDeadline.plusMillis(1) : CHECK);
    }

    private BackupSession exceed(BackupSession session, BackupInvoker invoker, Instant now) {
        for (int i = 0; i < Statuses.of(session).targets().size(); i++) {
            executors.stop(new TargetWork(session, invoker, i));
        }
        String message = "The backup took longer than spec.timeOut of the " + invoker.kind() + ", "
                + invoker.spec().timeOut() + "; give it more time, or see why it is slow";
        return editor.edit(
                        session,
                        present -> Statuses.withCondition(
                                Statuses.of(present), DEADLINE_EXCEEDED.is(ConditionStatus.TRUE, message, now)))
                .orElse(session);
    }

    private BackupSession advanceTargets(BackupSession session, BackupInvoker invoker, Instant now) {
        Optional<Repository> repository = RepositoryState.read(
                        client, invoker.spec().repository(), invoker.namespace())
                .repository();
        BackupSession present = session;
        for (int i = 0; i < Statuses.of(session).targets().size(); i++) {
            TargetWork work = new TargetWork(present, invoker, i);
            if (!BackupPhases.of(work.status()).isFinal()) {
                Verdict verdict = repository
                        .map(found -> executors.advance(work, found, now))
                        .orElseGet(() -> Verdicts.impossible("The Repository is gone"));
                present = apply(work, verdict, now);
            }
        }
        return present;
    }

    private BackupSession apply(TargetWork work, Verdict verdict, Instant now) {
        return editor.edit(
                        work.session(),
                        present -> Statuses.withTarget(
                                Statuses.of(present), work.index(), target -> verdict.apply(target, now)))
                .orElse(work.session());
    }

    /** Whether nothing happens to the session any more; says so if it was cut short in what comes after the hosts. */
    private boolean isDone(BackupSessionStatus status, BackupInvoker invoker, BackupSession session, Instant now) {
        if (!BackupPhases.isComplete(status)) {
            return false;
        } else if (!PostActions.arePending(status)) {
            return true;
        }
        int last = status.targets().size() - 1;
        Optional<String> end = executors.end(new TargetWork(session, invoker, last), now);
        end.ifPresent(reason -> editor.edit(
                session,
                present -> PostActions.arePending(Statuses.of(present))
                        ? Statuses.withTarget(
                                Statuses.of(present),
                                last,
                                target -> Statuses.withCondition(
                                        target, BACKUP_DISRUPTED.is(ConditionStatus.TRUE, reason, now)))
                        : Statuses.of(present)));
        return end.isPresent();
    }

    private void complete(BackupSession session, BackupInvoker invoker, List<BackupSession> siblings, Instant now) {
        editor.edit(session, present -> Completion.status(present, now)).ifPresent(ended -> {
            List<BackupSession> all = new ArrayList<>(siblings);
            all.removeIf(other ->
                    other.getMetadata().getUid().equals(ended.getMetadata().getUid()));
            all.add(ended);
            Condition cleaned = completion.cleanHistory(invoker, all, now);
            editor.edit(ended, present -> Statuses.withCondition(Statuses.of(present), cleaned));
        });
    }

    private UpdateControl<BackupSession> retry(BackupSession session, BackupInvoker invoker, Instant now) {
        Optional<Instant> time = Retry.time(session, invoker.spec().retryConfig());
        if (time.isEmpty()) {
            return UpdateControl.noUpdate();
        }
        boolean due = !now.isBefore(time.get());
        if (due) {
            String name = ObjectNames.session(invoker.name(), time.get());
            services.objects().createIfAbsent(invoker.session(name, Retry.left(session) - 1));
        }
        editor.edit(session, present -> Statuses.withRetry(Statuses.of(present), due, time.get()));
        UpdateControl<BackupSession> control = UpdateControl.noUpdate();
        return due
                ? control
                : control.rescheduleAfter(Duration.between(now, time.get()).plusMillis(1));
    }

    private static List<BackupSession> siblings(BackupSession session, Context<BackupSession> context) {
        return context.getPrimaryCache()
                .list(session.getMetadata().getNamespace(), other -> BackupInvokers.isSame(other, session))
                .toList();
    }
}
