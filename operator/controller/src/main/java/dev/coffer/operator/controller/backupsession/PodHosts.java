package dev.coffer.operator.controller.backupsession;

import dev.coffer.operator.api.backup.BackupMember;
import dev.coffer.operator.api.backup.BackupTargetStatus;
import dev.coffer.operator.api.naming.HostNames;
import dev.coffer.operator.api.report.HostProgress;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which hosts the pods of a workload are in the repository. */
record PodHosts(WorkloadKind kind, @Nullable String alias) {

    static PodHosts of(WorkloadKind kind, BackupMember member) {
        return new PodHosts(
                kind, member.target() == null ? null : member.target().alias());
    }

    String of(Pod pod) {
        String node = Optional.ofNullable(pod.getSpec().getNodeName()).orElse("");
        return HostNames.ofPod(kind.kind(), alias, pod.getMetadata().getName(), node);
    }

    /** The order in which they have their turns: that of their numbers, for pods of a StatefulSet. */
    Comparator<Pod> order() {
        return Comparator.comparingInt((Pod pod) -> of(pod).length()).thenComparing(this::of);
    }

    /** Hosts that have reported. */
    static Set<String> ended(BackupTargetStatus target) {
        return target.stats().stream()
                .map(stats -> String.valueOf(stats.hostname()))
                .collect(Collectors.toSet());
    }

    /** A host that was at work last and has not reported. */
    static Optional<String> atWork(BackupTargetStatus target) {
        Set<String> ended = ended(target);
        return target.progress().stream()
                .map(HostProgress::hostname)
                .filter(Objects::nonNull)
                .filter(host -> !ended.contains(host))
                .findFirst();
    }
}
