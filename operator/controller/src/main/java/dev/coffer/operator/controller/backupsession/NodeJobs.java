package dev.coffer.operator.controller.backupsession;

import dev.coffer.operator.api.Annotations;
import dev.coffer.operator.api.Labels;
import dev.coffer.operator.api.backup.BackupMember;
import dev.coffer.operator.api.naming.ObjectNames;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.controller.access.PodRole;
import dev.coffer.operator.controller.invoker.BackupInvoker;
import dev.coffer.operator.controller.invoker.JobAccount;
import dev.coffer.operator.controller.invoker.JobServices;
import dev.coffer.operator.controller.invoker.Jobs;
import dev.coffer.operator.controller.workload.PinnedPod;
import dev.coffer.operator.controller.workload.SharedVolumes;
import dev.coffer.operator.controller.workload.WorkloadContainers;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the jobs that back up the volumes of other pods. */
final class NodeJobs {

    private final JobServices services;

    NodeJobs(JobServices services) {
        this.services = services;
    }

    /** The host that a job backs up. */
    static String host(Job job) {
        return job.getMetadata().getAnnotations().getOrDefault(Annotations.HOST, "");
    }

    /** Why a job cannot read what a pod has mounted, and what to do; empty if it can. */
    Optional<String> obstacle(TargetWork work, Pod pod) {
        List<VolumeMount> mounts = mounts(work);
        return SharedVolumes.obstacle(pod.getSpec().getVolumes(), mounts)
                .or(() -> SharedVolumes.of(pod, mounts).stream()
                        .flatMap(volume -> reserved(work.namespace(), volume).stream())
                        .findFirst());
    }

    /** Whether a claim lets no second pod in. */
    private Optional<String> reserved(String namespace, Volume volume) {
        return Optional.ofNullable(volume.getPersistentVolumeClaim())
                .flatMap(source -> Optional.ofNullable(services.client()
                        .persistentVolumeClaims()
                        .inNamespace(namespace)
                        .withName(source.getClaimName())
                        .get()))
                .filter(claim -> claim.getSpec() != null
                        && claim.getSpec().getAccessModes().contains("ReadWriteOncePod"))
                .map(claim -> "PersistentVolumeClaim " + claim.getMetadata().getName() + " of volume "
                        + volume.getName() + " is ReadWriteOncePod, which lets no other pod in. "
                        + SharedVolumes.ADVICE);
    }

    void create(String name, TargetWork work, Pod pod, String host, Repository repository) {
        BackupInvoker invoker = work.invoker();
        BackupMember member = work.member();
        Map<String, String> labels = invoker.labels(Labels.COMPONENT_BACKUP);
        JobAccount account = services.access()
                .ensure(
                        ObjectNames.jobAccount(invoker.kind(), invoker.name(), work.index()),
                        PodRole.BACKUP_JOB,
                        repository,
                        new Jobs.Origin(work.namespace(), labels, invoker.owner(), member.runtimeSettings()));
        PinnedPod pinned = PinnedPod.of(pod, mounts(work));
        PodSpec spec = pinned.spec(WorkloadContainers.of(services.image(), repository)
                .backup(work.sessionName(), invoker.kind(), invoker.name(), work.namespace(), member, pod));
        Jobs.Origin origin = new Jobs.Origin(work.namespace(), labels, work.owner(), member.runtimeSettings());
        Job job = pinned.onItsNode(Jobs.as(pinned.securityContext(), name, spec, account, origin));
        services.objects()
                .createIfAbsent(new JobBuilder(job)
                        .editMetadata()
                        .addToAnnotations(Annotations.HOST, host)
                        .endMetadata()
                        .build());
    }

    private static List<VolumeMount> mounts(TargetWork work) {
        return work.member().target() == null
                ? List.of()
                : work.member().target().volumeMounts();
    }
}
