package dev.coffer.operator.controller.backupconfiguration;

import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupMember;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.controller.invoker.BackupInvoker;
import dev.coffer.operator.controller.invoker.ExecutionModels;
import dev.coffer.operator.controller.invoker.JobServices;
import dev.coffer.operator.controller.repository.RepositoryState;
import dev.coffer.operator.controller.workload.Injections;
import dev.coffer.operator.controller.workload.InvokerInjection;
import dev.coffer.operator.controller.workload.Workload;
import dev.coffer.operator.controller.workload.WorkloadContainers;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;
import java.util.Optional;

/** The sidecars of workloads that are about to be created: those that the controller would put into them. */
public final class SidecarInjections implements Injections {

    private final JobServices services;
    private final KubernetesClient client;
    private final ExecutionModels models;
    private final InstantSource clock;

    public SidecarInjections(JobServices services, ExecutionModels models, InstantSource clock) {
        this.services = services;
        this.client = services.client();
        this.models = models;
        this.clock = clock;
    }

    @Override
    public Optional<InvokerInjection> forNew(String namespace, Workload workload) {
        ExecutionModels expecting =
                models.expecting(workload.kind(), workload.object().getMetadata());
        return Precedence.of(
                        workload.kind(),
                        workload.name(),
                        client.resources(BackupConfiguration.class)
                                .inNamespace(namespace)
                                .list()
                                .getItems(),
                        expecting::isInWorkload)
                .flatMap(object -> sidecar(object, workload, new Validation(client, expecting)));
    }

    private Optional<InvokerInjection> sidecar(BackupConfiguration object, Workload workload, Validation validation) {
        BackupInvoker invoker = BackupInvoker.of(object);
        BackupMember member = object.getSpec().members().getFirst();
        RepositoryState repository =
                RepositoryState.read(client, object.getSpec().repository(), invoker.namespace());
        boolean usable = repository.isComplete()
                && validation.check(object, repository, clock.instant()).status() == ConditionStatus.TRUE;
        return repository
                .repository()
                .filter(found -> usable)
                .map(found -> WorkloadContainers.of(services.image(), found)
                        .sidecar(invoker.kind(), invoker.name(), invoker.namespace(), member)
                        .with(services.registry().forPod(invoker.recipient(), workload.serviceAccount())))
                .map(sidecar -> new InvokerInjection(sidecar, invoker.kind(), invoker.name()));
    }
}
