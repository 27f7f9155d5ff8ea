package dev.coffer.operator.controller.restoresession;

import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.api.restore.RestoreTarget;
import dev.coffer.operator.controller.invoker.JobServices;
import dev.coffer.operator.controller.repository.RepositoryState;
import dev.coffer.operator.controller.workload.Injections;
import dev.coffer.operator.controller.workload.InvokerInjection;
import dev.coffer.operator.controller.workload.Workload;
import dev.coffer.operator.controller.workload.WorkloadContainers;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;

/** The init containers of workloads that are about to be created while a restore of them is wanted: of the newest, if several. */
public final class InitContainerInjections implements Injections {

    private static final Comparator<RestoreSession> OLDEST_FIRST = Comparator.comparing(
                    (RestoreSession session) -> session.getMetadata().getCreationTimestamp())
            .thenComparing(session -> session.getMetadata().getName());

    private final JobServices services;
    private final KubernetesClient client;
    private final InstantSource clock;

    public InitContainerInjections(JobServices services, InstantSource clock) {
        this.services = services;
        this.client = services.client();
        this.clock = clock;
    }

    @Override
    public Optional<InvokerInjection> forNew(String namespace, Workload workload) {
        return client.resources(RestoreSession.class).inNamespace(namespace).list().getItems().stream()
                .filter(session -> names(session, workload.kind(), workload.name()))
                .filter(session -> !session.isMarkedForDeletion() && !RestoreSessionReconciler.hasEnded(session))
                .max(OLDEST_FIRST)
                .flatMap(session -> initContainer(session, workload));
    }

    private static boolean names(RestoreSession session, WorkloadKind kind, String name) {
        RestoreTarget target =
                session.getSpec() == null ? null : session.getSpec().target();
        TargetRef ref = target == null ? null : target.ref();
        return ref != null && kind.kind().equals(ref.kind()) && name.equals(ref.name());
    }

    private Optional<InvokerInjection> initContainer(RestoreSession session, Workload workload) {
        RestoreTarget target = session.getSpec().members().getFirst().target();
        RepositoryState repository = RepositoryState.read(
                client, session.getSpec().repository(), session.getMetadata().getNamespace());
        if (target == null || !repository.isComplete() || !isValid(session, repository)) {
            return Optional.empty();
        }
        return repository
                .repository()
                .map(found -> new RestoreWork(session, target, found))
                .filter(Restorers::isInWorkload)
                .map(work -> new InvokerInjection(
                        WorkloadContainers.of(services.image(), work.repository())
                                .initContainer(work.name(), work.namespace(), work.member())
                                .with(services.registry().forPod(work.origin().recipient(), workload.serviceAccount())),
                        RestoreWork.KIND,
                        work.name()));
    }

    private boolean isValid(RestoreSession session, RepositoryState repository) {
        return Validation.check(session, repository, clock.instant()).status() == ConditionStatus.TRUE;
    }
}
