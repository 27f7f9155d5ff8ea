package dev.coffer.operator.controller.backupconfiguration;

import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupMember;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.controller.invoker.BackupInvoker;
import dev.coffer.operator.controller.invoker.ExecutionModels;
import dev.coffer.operator.controller.repository.RepositoryState;
import dev.coffer.operator.controller.workload.Injections;
import dev.coffer.operator.controller.workload.InvokerInjection;
import dev.coffer.operator.controller.workload.WorkloadContainers;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;
import java.util.Optional;

/** The sidecars of workloads that are about to be created: those that the controller would put into them. */
public final class SidecarInjections implements Injections {

    private final KubernetesClient client;
    private final ExecutionModels models;
    private final String image;
    private final InstantSource clock;

    public SidecarInjections(KubernetesClient client, ExecutionModels models, String image, InstantSource clock) {
        this.client = client;
        this.models = models;
        this.image = image;
        this.clock = clock;
    }

    @Override
    public Optional<InvokerInjection> forNew(WorkloadKind kind, String namespace, ObjectMeta metadata) {
        ExecutionModels expecting = models.expecting(kind, metadata);
        return Precedence.of(
                        kind,
                        metadata.getName(),
                        client.resources(BackupConfiguration.class)
                                .inNamespace(namespace)
                                .list()
                                .getItems(),
                        expecting::isInWorkload)
                .flatMap(object -> sidecar(object, new Validation(client, expecting)));
    }

    private Optional<InvokerInjection> sidecar(BackupConfiguration object, Validation validation) {
        BackupInvoker invoker = BackupInvoker.of(object);
        BackupMember member = object.getSpec().members().getFirst();
        RepositoryState repository =
                RepositoryState.read(client, object.getSpec().repository(), invoker.namespace());
        boolean usable = repository.isComplete()
                && validation.check(object, repository, clock.instant()).status() == ConditionStatus.TRUE;
        return repository
                .repository()
                .filter(found -> usable)
                .map(found -> WorkloadContainers.of(image, found)
                        .sidecar(invoker.kind(), invoker.name(), invoker.namespace(), member))
                .map(sidecar -> new InvokerInjection(sidecar, invoker.kind(), invoker.name()));
    }
}
