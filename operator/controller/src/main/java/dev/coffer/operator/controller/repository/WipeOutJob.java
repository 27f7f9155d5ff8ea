package dev.coffer.operator.controller.repository;

import dev.coffer.operator.api.ApiGroup;
import dev.coffer.operator.api.Labels;
import dev.coffer.operator.api.naming.ObjectNames;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.controller.access.PodRole;
import dev.coffer.operator.controller.cluster.Owners;
import dev.coffer.operator.controller.invoker.JobAccount;
import dev.coffer.operator.controller.invoker.JobServices;
import dev.coffer.operator.controller.invoker.Jobs;
import dev.coffer.operator.controller.pod.ContainerSettings;
import dev.coffer.operator.controller.pod.MountedVolume;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The job that removes what is stored for a Repository. It lives where the Repository and its Secret do, and goes with the
 * Repository.
 */
final class WipeOutJob {

    private static final String KIND = "Repository";

    private final JobServices services;

    WipeOutJob(JobServices services) {
        this.services = services;
    }

    static String name(Repository repository) {
        return ObjectNames.wipeOutJob(repository.getMetadata().getName());
    }

    Optional<Job> find(Repository repository) {
        return services.watch().job(repository.getMetadata().getNamespace(), name(repository));
    }

    /** Why nothing more comes from it; empty as long as it works. */
    Optional<String> end(Repository repository, Instant now) {
        return services.watch().end(repository.getMetadata().getNamespace(), name(repository), now);
    }

    /** What keeps it from starting; empty if nothing does. */
    Optional<String> obstacle(Repository repository, Instant now) {
        return services.watch().obstacle(repository.getMetadata().getNamespace(), name(repository), now);
    }

    void remove(Job job) {
        services.objects().remove(job);
    }

    /** Makes it, with its rights: to read this Repository and its Secret, and to say in its status how it went. */
    void create(Repository repository) {
        String name = name(repository);
        Jobs.Origin origin = new Jobs.Origin(
                repository.getMetadata().getNamespace(), labels(repository), Owners.controlledBy(repository), null);
        JobAccount account = services.access().ensure(name, PodRole.WIPE_OUT, repository, origin);
        PodSpec pod = pod(repository);
        services.objects()
                .createIfAbsent(
                        isOnVolume(repository)
                                ? Jobs.restore(name, pod, account, origin)
                                : Jobs.backup(name, pod, account, origin));
    }

    /** Only root can remove the files of whoever has backed up onto a volume. */
    private static boolean isOnVolume(Repository repository) {
        return repository.getSpec().backend() != null
                && repository.getSpec().backend().local() != null;
    }

    private PodSpec pod(Repository repository) {
        List<MountedVolume> volumes = JobServices.volumes(repository, null);
        return new PodSpecBuilder()
                .withRestartPolicy("Never")
                .withVolumes(volumes.stream().map(MountedVolume::volume).toList())
                .withContainers(new ContainerBuilder()
                        .withName("wipe-out")
                        .withImage(services.image())
                        .withImagePullPolicy("IfNotPresent")
                        .withArgs(
                                "wipe-out",
                                "--namespace=" + repository.getMetadata().getNamespace(),
                                "--repository=" + repository.getMetadata().getName())
                        .withEnv(ContainerSettings.identity())
                        .withVolumeMounts(
                                volumes.stream().map(MountedVolume::mount).toList())
                        .build())
                .build();
    }

    private static Map<String, String> labels(Repository repository) {
        return Map.of(
                Labels.MANAGED_BY,
                ApiGroup.STASH,
                Labels.COMPONENT,
                Labels.COMPONENT_WIPE_OUT,
                Labels.INVOKER_TYPE,
                KIND,
                Labels.INVOKER_NAME,
                Labels.value(repository.getMetadata().getName()));
    }
}
