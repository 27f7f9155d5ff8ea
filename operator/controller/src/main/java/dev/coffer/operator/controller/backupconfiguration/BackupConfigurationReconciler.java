package dev.coffer.operator.controller.backupconfiguration;

import static dev.coffer.operator.api.condition.ConditionType.CRON_JOB_CREATED;
import static dev.coffer.operator.api.condition.ConditionType.SIDECAR_INJECTED;
import static dev.coffer.operator.api.condition.ConditionType.VALIDATION_PASSED;

import dev.coffer.operator.api.ApiGroup;
import dev.coffer.operator.api.Finalizers;
import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupConfigurationStatus;
import dev.coffer.operator.api.backup.BackupMember;
import dev.coffer.operator.api.client.StatusEditor;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.Conditions;
import dev.coffer.operator.api.naming.ObjectNames;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.repository.RepositoryReference;
import dev.coffer.operator.controller.access.PodRole;
import dev.coffer.operator.controller.cluster.ClusterObjects;
import dev.coffer.operator.controller.cluster.Finalizer;
import dev.coffer.operator.controller.invoker.BackupInvoker;
import dev.coffer.operator.controller.invoker.Executor;
import dev.coffer.operator.controller.invoker.JobAccess;
import dev.coffer.operator.controller.repository.RepositoryReferences;
import dev.coffer.operator.controller.repository.RepositoryState;
import dev.coffer.operator.controller.schedule.InvalidScheduleException;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings what a BackupConfiguration says about: its conditions, the sidecar of its workload, and its sessions. */
@ControllerConfiguration(name = "backupconfiguration", triggerReconcilerOnAllEvents = true)
public final class BackupConfigurationReconciler implements Reconciler<BackupConfiguration> {

    /** How soon what is missing, and not watched, is looked for again. */
    private static final Duration CHECK = Duration.ofSeconds(10);

    private final KubernetesClient client;
    private final ClusterObjects objects;
    private final StatusEditor<BackupConfiguration, BackupConfigurationStatus> editor;
    private final Finalizer finalizer;
    private final RepositoryReferences references;
    private final SidecarCare sidecars;
    private final ScheduledStart schedule;
    private final InstantSource clock;

    public BackupConfigurationReconciler(KubernetesClient client, String image, InstantSource clock) {
        this.client = client;
        this.objects = new ClusterObjects(client);
        this.editor = new StatusEditor<>(client, BackupConfiguration.class);
        this.finalizer = new Finalizer(client, objects, Finalizers.INVOKER);
        this.references = new RepositoryReferences(client);
        this.sidecars = new SidecarCare(client, objects, image);
        this.schedule = new ScheduledStart(objects, editor);
        this.clock = clock;
    }

    @Override
    public List<EventSource<?, BackupConfiguration>> prepareEventSources(
            EventSourceContext<BackupConfiguration> context) {
        return Stream.of(WorkloadKind.values())
                .<EventSource<?, BackupConfiguration>>map(kind -> workloads(kind, kind.type(), context))
                .toList();
    }

    private static <W extends HasMetadata> EventSource<?, BackupConfiguration> workloads(
            WorkloadKind kind, Class<W> type, EventSourceContext<BackupConfiguration> context) {
        return new InformerEventSource<>(
                InformerEventSourceConfiguration.from(type, BackupConfiguration.class)
                        .withName(kind.kind())
                        .withSecondaryToPrimaryMapper(workload -> invokersOf(kind, workload, context))
                        .withOnUpdateFilter(BackupConfigurationReconciler::isOfNewGeneration)
                        .build(),
                context);
    }

    /** Most updates of workloads are of their status. */
    private static boolean isOfNewGeneration(HasMetadata after, HasMetadata before) {
        return !Objects.equals(
                after.getMetadata().getGeneration(), before.getMetadata().getGeneration());
    }

    private static Set<ResourceID> invokersOf(
            WorkloadKind kind, HasMetadata workload, EventSourceContext<BackupConfiguration> context) {
        return context.getPrimaryCache()
                .list(
                        workload.getMetadata().getNamespace(),
                        object -> Precedence.names(
                                object, kind, workload.getMetadata().getName()))
                .map(ResourceID::fromResource)
                .collect(Collectors.toSet());
    }

    @Override
    public UpdateControl<BackupConfiguration> reconcile(
            BackupConfiguration object, Context<BackupConfiguration> context) throws InvalidScheduleException {
        Instant now = clock.instant();
        if (object.isMarkedForDeletion()) {
            if (finalizer.keeps(object)) {
                cleanUp(object);
            }
            return UpdateControl.noUpdate();
        } else if (object.getSpec() == null || context.isPrimaryResourceDeleted()) {
            return UpdateControl.noUpdate();
        }
        finalizer.add(object);
        RepositoryState repository = RepositoryState.read(
                client, object.getSpec().repository(), object.getMetadata().getNamespace());
        repository.repository().ifPresent(found -> references.add(found, reference(object)));
        List<Condition> conditions = new ArrayList<>(repository.conditions(now));
        if (repository.isComplete()) {
            Condition validation = Validation.check(object, repository, now);
            conditions.add(validation);
            if (validation.status() == ConditionStatus.TRUE) {
                conditions.addAll(prepare(object, repository, context, now));
            }
        }
        Optional<BackupConfiguration> present =
                editor.edit(object, latest -> Statuses.withConditions(latest, conditions));
        boolean lacking = conditions.stream().anyMatch(condition -> condition.status() != ConditionStatus.TRUE);
        Optional<Instant> next =
                present.isPresent() && isValid(conditions) ? schedule.run(present.get(), now) : Optional.empty();
        return again(next, lacking, now);
    }

    private static UpdateControl<BackupConfiguration> again(Optional<Instant> next, boolean lacking, Instant now) {
        Optional<Duration> wait = next.map(time -> Duration.between(now, time).plusMillis(1));
        Optional<Duration> soonest = Stream.concat(wait.stream(), lacking ? Stream.of(CHECK) : Stream.empty())
                .min(Duration::compareTo);
        UpdateControl<BackupConfiguration> control = UpdateControl.noUpdate();
        return soonest.map(control::rescheduleAfter).orElse(control);
    }

    private static boolean isValid(List<Condition> conditions) {
        return Conditions.isTrue(conditions, VALIDATION_PASSED);
    }

    private List<Condition> prepare(
            BackupConfiguration object, RepositoryState repository, Context<BackupConfiguration> context, Instant now) {
        BackupInvoker invoker = BackupInvoker.of(object);
        BackupMember member = object.getSpec().members().getFirst();
        Condition target = TargetCheck.check(client, member, invoker.namespace(), now);
        if (target.status() != ConditionStatus.TRUE) {
            return List.of(target);
        }
        Condition scheduled =
                CRON_JOB_CREATED.is(ConditionStatus.TRUE, "The operator starts the backups by itself", now);
        if (!(Validation.executor(member) instanceof Executor.InWorkload)) {
            return List.of(target, scheduled);
        }
        Condition sidecar = Precedence.over(
                        object, context.getPrimaryCache().list().toList())
                .map(newer -> SIDECAR_INJECTED.is(
                        ConditionStatus.FALSE,
                        "The workload has the sidecar of BackupConfiguration "
                                + newer.getMetadata().getName()
                                + ", which is newer; keep one BackupConfiguration for a workload",
                        now))
                .orElseGet(() ->
                        sidecars.ensure(invoker, member, repository.repository().orElseThrow(), now));
        return List.of(target, scheduled, sidecar);
    }

    private void cleanUp(BackupConfiguration object) {
        if (object.getSpec() != null) {
            BackupInvoker invoker = BackupInvoker.of(object);
            Optional<Repository> repository = RepositoryState.read(
                            client, object.getSpec().repository(), invoker.namespace())
                    .repository();
            sidecars.remove(invoker, object.getSpec().members().getFirst(), repository);
            repository.ifPresent(found -> forget(invoker, object, found));
        }
        finalizer.remove(object);
    }

    private void forget(BackupInvoker invoker, BackupConfiguration object, Repository repository) {
        String account = ObjectNames.jobAccount(invoker.kind(), invoker.name(), 0);
        JobAccess.revoke(objects, JobAccess.grant(account, PodRole.BACKUP_JOB, invoker.namespace()), repository);
        references.remove(repository, reference(object));
    }

    private static RepositoryReference reference(BackupConfiguration object) {
        return new RepositoryReference(
                ApiGroup.STASH,
                BackupInvoker.BACKUP_CONFIGURATION,
                object.getMetadata().getNamespace(),
                object.getMetadata().getName());
    }
}
