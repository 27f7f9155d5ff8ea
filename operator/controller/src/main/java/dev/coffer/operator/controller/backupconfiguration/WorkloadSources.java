package dev.coffer.operator.controller.backupconfiguration;

import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.controller.invoker.ExecutionModels;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.EventSourceRetriever;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Watches workloads, so that BackupConfigurations follow when their targets change. Kinds that not all clusters have are watched from
 * when one is first named by a BackupConfiguration of a cluster that knows it: an API that comes later is found then, and one that
 * nobody uses costs nothing.
 */
final class WorkloadSources {

    private WorkloadSources() {}

    /** Of the kinds that all clusters have. */
    static List<EventSource<?, BackupConfiguration>> everywhere(EventSourceContext<BackupConfiguration> context) {
        return Stream.of(WorkloadKind.values())
                .filter(WorkloadKind::isEverywhere)
                .<EventSource<?, BackupConfiguration>>map(kind -> source(kind, kind.type(), context))
                .toList();
    }

    /** Has the kind of the target of an object watched, if it is one of workloads and the cluster knows it. */
    static void ensure(BackupConfiguration object, Context<BackupConfiguration> context) {
        Optional.ofNullable(Precedence.ref(object))
                .flatMap(ref -> WorkloadKind.of(ref.kind()))
                .filter(kind -> !kind.isEverywhere() && kind.isKnownTo(context.getClient()))
                .ifPresent(kind -> ensure(kind, context.eventSourceRetriever()));
    }

    private static void ensure(WorkloadKind kind, EventSourceRetriever<BackupConfiguration> sources) {
        // Nothing happens if there is one of that name already.
        sources.dynamicallyRegisterEventSource(
                source(kind, kind.type(), sources.eventSourceContextForDynamicRegistration()));
    }

    private static <W extends HasMetadata> EventSource<W, BackupConfiguration> source(
            WorkloadKind kind, Class<W> type, EventSourceContext<BackupConfiguration> context) {
        return new InformerEventSource<>(
                InformerEventSourceConfiguration.from(type, BackupConfiguration.class)
                        .withName(kind.kind())
                        .withSecondaryToPrimaryMapper(workload -> invokersOf(kind, workload, context))
                        .withOnUpdateFilter(WorkloadSources::isOfInterest)
                        .build(),
                context);
    }

    /** Most updates of workloads are of their status. */
    private static boolean isOfInterest(HasMetadata after, HasMetadata before) {
        return !Objects.equals(
                        after.getMetadata().getGeneration(),
                        before.getMetadata().getGeneration())
                || !Objects.equals(
                        ExecutionModels.annotation(after.getMetadata()),
                        ExecutionModels.annotation(before.getMetadata()));
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
}
