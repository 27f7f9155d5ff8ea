package dev.coffer.operator.controller.workload;

import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.TempDir;
import dev.coffer.operator.api.backup.BackupMember;
import dev.coffer.operator.api.repository.Backend;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.restore.RestoreMember;
import dev.coffer.operator.api.runtime.RuntimeSettings;
import dev.coffer.operator.controller.pod.ContainerSettings;
import dev.coffer.operator.controller.pod.MountedVolume;
import dev.coffer.operator.controller.pod.PullSecrets;
import dev.coffer.operator.controller.pod.WorkVolumes;
import dev.coffer.operator.controller.workload.Injection.Place;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The containers of the operator in the pods of workloads.
 *
 * @param image image of the operator
 * @param backend where the repository is stored
 */
public record WorkloadContainers(String image, Backend backend) {

    /** The containers that work with a repository, which says where it is stored. */
    public static WorkloadContainers of(String image, Repository repository) {
        Backend backend = repository.getSpec().backend();
        return new WorkloadContainers(image, Objects.requireNonNull(backend, "a usable repository has a backend"));
    }

    /** The sidecar that waits for backups. */
    public Injection sidecar(String invokerKind, String invokerName, String namespace, BackupMember member) {
        List<VolumeMount> mounts =
                member.target() == null ? List.of() : member.target().volumeMounts();
        List<MountedVolume> own = new ArrayList<>(own(member.tempDir()));
        own.add(WorkVolumes.podInfo());
        List<String> args = new ArrayList<>(List.of(
                "wait-for-backup",
                "--namespace=" + namespace,
                "--invoker-kind=" + invokerKind,
                "--invoker-name=" + invokerName));
        args.addAll(target(member.target() == null ? null : member.target().ref(), namespace));
        Container container =
                container(Place.SIDECAR.container(), args, mounts, own).build();
        return injection(Place.SIDECAR, container, member.runtimeSettings(), own);
    }

    /** A container of a job, and the volumes that it mounts besides those it reads. */
    public record Work(Container container, List<Volume> volumes) {
        public Work {
            volumes = List.copyOf(volumes);
        }
    }

    /** The container of a job that backs up what another pod has mounted, as the sidecar of that pod would. */
    public Work backup(
            String session, String invokerKind, String invokerName, String namespace, BackupMember member, Pod pod) {
        List<MountedVolume> own = own(member.tempDir());
        List<String> args = new ArrayList<>(List.of(
                "run-backup",
                "--backupsession=" + session,
                "--namespace=" + namespace,
                "--invoker-kind=" + invokerKind,
                "--invoker-name=" + invokerName,
                "--target-pod=" + pod.getMetadata().getName()));
        args.addAll(target(member.target() == null ? null : member.target().ref(), namespace));
        return new Work(
                container("backup", args, List.of(), own).build(),
                own.stream().map(MountedVolume::volume).toList());
    }

    /** The init container that restores before the others of the pod start. Files keep their owners, which only root can do. */
    public Injection initContainer(String session, String namespace, RestoreMember member) {
        List<VolumeMount> mounts =
                member.target() == null ? List.of() : member.target().volumeMounts();
        List<MountedVolume> own = own(member.tempDir());
        List<String> args = List.of("restore", "--namespace=" + namespace, "--restoresession=" + session);
        Container container = container(Place.INIT_CONTAINER.container(), args, mounts, own)
                .withSecurityContext(new SecurityContextBuilder()
                        .withRunAsUser(0L)
                        .withRunAsGroup(0L)
                        .build())
                .build();
        Injection injection = injection(Place.INIT_CONTAINER, container, member.runtimeSettings(), own);
        return new Injection(
                injection.place(), withRoot(injection.container()), injection.volumes(), injection.pullSecrets());
    }

    /** Settings of the user that name no user leave it at root. */
    private static Container withRoot(Container container) {
        SecurityContext context = container.getSecurityContext();
        return new ContainerBuilder(container)
                .withSecurityContext(new SecurityContextBuilder(context)
                        .withRunAsUser(
                                Optional.ofNullable(context.getRunAsUser()).orElse(0L))
                        .withRunAsGroup(
                                Optional.ofNullable(context.getRunAsGroup()).orElse(0L))
                        .build())
                .build();
    }

    private List<MountedVolume> own(@Nullable TempDir temp) {
        return Stream.concat(Stream.of(WorkVolumes.temp(temp)), WorkVolumes.repository(backend).stream())
                .toList();
    }

    private ContainerBuilder container(
            String name, List<String> args, List<VolumeMount> mounts, List<MountedVolume> own) {
        return new ContainerBuilder()
                .withName(name)
                .withImage(image)
                .withImagePullPolicy("IfNotPresent")
                .withArgs(args)
                .withEnv(ContainerSettings.identity())
                .withVolumeMounts(Stream.concat(own.stream().map(MountedVolume::mount), mounts.stream())
                        .toList());
    }

    private static Injection injection(
            Place place, Container container, @Nullable RuntimeSettings settings, List<MountedVolume> own) {
        Container configured = ContainerSettings.apply(container, settings == null ? null : settings.container());
        return new Injection(
                place, configured, own.stream().map(MountedVolume::volume).toList(), PullSecrets.NONE);
    }

    private static List<String> target(@Nullable TargetRef ref, String namespace) {
        return ref == null
                ? List.of()
                : List.of(
                        "--target-kind=" + ref.kind(),
                        "--target-name=" + ref.name(),
                        "--target-namespace=" + (ref.namespace() == null ? namespace : ref.namespace()));
    }
}
