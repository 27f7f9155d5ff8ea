package dev.coffer.operator.controller.restoresession;

import dev.coffer.operator.api.Labels;
import dev.coffer.operator.api.naming.ObjectNames;
import dev.coffer.operator.api.variables.UnresolvedVariablesException;
import dev.coffer.operator.controller.access.PodRole;
import dev.coffer.operator.controller.cluster.Json;
import dev.coffer.operator.controller.invoker.JobAccount;
import dev.coffer.operator.controller.invoker.JobServices;
import dev.coffer.operator.controller.invoker.Jobs;
import dev.coffer.operator.controller.pod.ContainerSettings;
import dev.coffer.operator.controller.pod.MountedVolume;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Restores into new claims, by a job for each replica. */
final class ClaimRestore {

    private final JobServices services;
    private final ClaimTemplates templates;

    ClaimRestore(JobServices services) {
        this.services = services;
        this.templates = new ClaimTemplates(new Json(services.client().getKubernetesSerialization()));
    }

    RestoreStart start(RestoreWork work) {
        try {
            for (Integer ordinal : ordinals(work)) {
                List<PersistentVolumeClaim> claims = templates.claims(work, ordinal < 0 ? null : ordinal);
                Optional<String> foreign = claims.stream()
                        .filter(claim -> isForeign(claim, work))
                        .map(claim -> claim.getMetadata().getName())
                        .findFirst();
                if (foreign.isPresent()) {
                    return new RestoreStart.Impossible("PersistentVolumeClaim " + foreign.get()
                            + " exists already, and a restore must not write over what others have put there;"
                            + " remove it, or give the template another name");
                }
                claims.forEach(services.objects()::createIfAbsent);
                services.objects().createIfAbsent(job(work, claims, ordinal < 0 ? null : ordinal));
            }
        } catch (UnresolvedVariablesException e) {
            return new RestoreStart.Impossible("volumeClaimTemplates: " + e.getMessage());
        }
        return new RestoreStart.Started(ordinals(work).size(), "Jobs restore into new claims");
    }

    /** The names of its jobs. */
    static List<String> jobs(RestoreWork work) {
        return ordinals(work).stream()
                .map(ordinal -> name(work, ordinal < 0 ? null : ordinal))
                .toList();
    }

    /** The numbers of the replicas; -1 if there are none. */
    private static List<Integer> ordinals(RestoreWork work) {
        Integer replicas = work.target().replicas();
        return replicas == null
                ? List.of(-1)
                : IntStream.range(0, replicas).boxed().toList();
    }

    private static String name(RestoreWork work, @Nullable Integer ordinal) {
        return ordinal == null
                ? ObjectNames.restoreJob(work.name(), 0)
                : ObjectNames.restoreJob(work.name(), 0, ordinal);
    }

    private boolean isForeign(PersistentVolumeClaim wanted, RestoreWork work) {
        PersistentVolumeClaim present = services.client().resource(wanted).get();
        Map<String, String> labels =
                present == null ? null : present.getMetadata().getLabels();
        return present != null
                && (labels == null
                        || !RestoreWork.KIND.equals(labels.get(Labels.INVOKER_TYPE))
                        || !work.name().equals(labels.get(Labels.INVOKER_NAME)));
    }

    private Job job(RestoreWork work, List<PersistentVolumeClaim> claims, @Nullable Integer ordinal) {
        JobAccount account = services.access()
                .ensure(
                        ObjectNames.jobAccount(RestoreWork.KIND, work.name(), 0),
                        PodRole.RESTORE_JOB,
                        work.repository(),
                        work.origin());
        return Jobs.restore(name(work, ordinal), pod(work, claims, ordinal), account, work.origin());
    }

    private PodSpec pod(RestoreWork work, List<PersistentVolumeClaim> claims, @Nullable Integer ordinal) {
        List<MountedVolume> own =
                JobServices.volumes(work.repository(), work.member().tempDir());
        List<String> args = new ArrayList<>(
                List.of("restore", "--namespace=" + work.namespace(), "--restoresession=" + work.name()));
        if (ordinal != null) {
            args.add("--ordinal=" + ordinal);
        }
        List<Volume> volumes = new ArrayList<>(ClaimTemplates.volumes(claims, ordinal));
        own.forEach(volume -> volumes.add(volume.volume()));
        return new PodSpecBuilder()
                .withRestartPolicy("Never")
                .withVolumes(volumes)
                .withContainers(new ContainerBuilder()
                        .withName("restore")
                        .withImage(services.image())
                        .withImagePullPolicy("IfNotPresent")
                        .withArgs(args)
                        .withEnv(ContainerSettings.identity())
                        .withVolumeMounts(Stream.concat(
                                        own.stream().map(MountedVolume::mount), work.target().volumeMounts().stream())
                                .toList())
                        .build())
                .build();
    }
}
