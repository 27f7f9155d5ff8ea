package dev.coffer.operator.controller.backupconfiguration;

import static dev.coffer.operator.api.condition.ConditionType.VALIDATION_PASSED;

import dev.coffer.operator.api.ApiGroup;
import dev.coffer.operator.api.Finalizers;
import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupConfigurationStatus;
import dev.coffer.operator.api.client.StatusEditor;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.Conditions;
import dev.coffer.operator.api.event.ConditionEvents;
import dev.coffer.operator.api.event.Events;
import dev.coffer.operator.api.naming.ObjectNames;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.repository.RepositoryReference;
import dev.coffer.operator.controller.access.PodRole;
import dev.coffer.operator.controller.cluster.ClusterObjects;
import dev.coffer.operator.controller.cluster.Finalizer;
import dev.coffer.operator.controller.invoker.BackupInvoker;
import dev.coffer.operator.controller.invoker.ExecutionModels;
import dev.coffer.operator.controller.invoker.JobAccess;
import dev.coffer.operator.controller.invoker.JobServices;
import dev.coffer.operator.controller.registry.RegistrySecrets;
import dev.coffer.operator.controller.repository.RepositoryReferences;
import dev.coffer.operator.controller.repository.RepositoryState;
import dev.coffer.operator.controller.schedule.InvalidScheduleException;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Brings what a BackupConfiguration says about: its conditions, the sidecar of its workload, and its sessions. */
@ControllerConfiguration(
        name = "backupconfiguration",
        triggerReconcilerOnAllEvents = true,
        // Annotations count, too.
        generationAwareEventProcessing = false)
public final class BackupConfigurationReconciler implements Reconciler<BackupConfiguration> {

    /** How soon what is missing, and not watched, is looked for again. */
    private static final Duration CHECK = Duration.ofSeconds(10);

    private final KubernetesClient client;
    private final ClusterObjects objects;
    private final RegistrySecrets registry;
    private final StatusEditor<BackupConfiguration, BackupConfigurationStatus> editor;
    private final Finalizer finalizer;
    private final RepositoryReferences references;
    private final SidecarCare sidecars;
    private final Preparation preparation;
    private final Validation validation;
    private final ScheduledStart schedule;
    private final Events events;
    private final InstantSource clock;

    public BackupConfigurationReconciler(JobServices services, ExecutionModels models, InstantSource clock) {
        this.client = services.client();
        this.objects = services.objects();
        this.registry = services.registry();
        this.editor = new StatusEditor<>(client, BackupConfiguration.class);
        this.finalizer = new Finalizer(client, objects, Finalizers.INVOKER);
        this.references = new RepositoryReferences(client);
        this.sidecars = new SidecarCare(services, clock);
        this.preparation = new Preparation(services, models, sidecars);
        this.validation = new Validation(client, models);
        this.events = new Events(client, clock, "BackupConfiguration Controller");
        this.schedule = new ScheduledStart(objects, editor);
        this.clock = clock;
    }

    @Override
    public List<EventSource<?, BackupConfiguration>> prepareEventSources(
            EventSourceContext<BackupConfiguration> context) {
        return WorkloadSources.everywhere(context);
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
        WorkloadSources.ensure(object, context);
        RepositoryState repository = RepositoryState.read(
                client, object.getSpec().repository(), object.getMetadata().getNamespace());
        repository.repository().ifPresent(found -> references.add(found, reference(object)));
        List<Condition> conditions = new ArrayList<>(repository.conditions(now));
        if (repository.isComplete()) {
            conditions.add(validation.check(object, repository, now));
            if (isValid(conditions)) {
                conditions.addAll(preparation.run(
                        object,
                        repository.repository().orElseThrow(),
                        context.getPrimaryCache().list().toList(),
                        now));
            }
        }
        Optional<BackupConfiguration> present =
                editor.edit(object, latest -> Statuses.withConditions(latest, conditions));
        events.record(object, ConditionEvents.of(conditions));
        boolean lacking = conditions.stream().anyMatch(condition -> condition.status() != ConditionStatus.TRUE);
        Optional<Instant> next =
                present.isPresent() && isValid(conditions) ? schedule.run(present.get(), now) : Optional.empty();
        return again(next, lacking, now);
    }

    private UpdateControl<BackupConfiguration> again(Optional<Instant> next, boolean lacking, Instant now) {
        Optional<Duration> wait = next.map(time -> Duration.between(now, time).plusMillis(1));
        Optional<Duration> check = lacking ? Optional.of(CHECK) : registry.refresh();
        Optional<Duration> soonest =
                Stream.concat(wait.stream(), check.stream()).min(Duration::compareTo);
        UpdateControl<BackupConfiguration> control = UpdateControl.noUpdate();
        return soonest.map(control::rescheduleAfter).orElse(control);
    }

    private static boolean isValid(List<Condition> conditions) {
        return Conditions.isTrue(conditions, VALIDATION_PASSED);
    }

    private void cleanUp(BackupConfiguration object) {
        if (object.getSpec() != null) {
            BackupInvoker invoker = BackupInvoker.of(object);
            Optional<Repository> repository =
                    RepositoryState.find(client, object.getSpec().repository(), invoker.namespace());
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
