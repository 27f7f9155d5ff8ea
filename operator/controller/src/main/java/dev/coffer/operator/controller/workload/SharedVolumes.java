package dev.coffer.operator.controller.workload;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The volumes of a pod that another pod on its node can mount, too. */
public final class SharedVolumes {

    /** What to do about a volume that cannot be. */
    public static final String ADVICE = "Leave it out of spec.target.volumeMounts, or use executionModel: Workload.";

    /** Sources that give each pod a volume of its own. */
    private static final Map<String, Predicate<Volume>> PRIVATE = Map.of(
            "an emptyDir", volume -> volume.getEmptyDir() != null,
            "an inline csi volume", volume -> volume.getCsi() != null,
            "downwardAPI", volume -> volume.getDownwardAPI() != null,
            "projected", volume -> volume.getProjected() != null,
            "gitRepo", volume -> volume.getGitRepo() != null);

    private SharedVolumes() {}

    /** Why not all that is to be mounted can be, and what to do; empty if it can. */
    public static Optional<String> obstacle(List<Volume> volumes, List<VolumeMount> mounts) {
        return mounts.stream()
                .map(VolumeMount::getName)
                .flatMap(name -> obstacle(name, volumes).stream())
                .findFirst();
    }

    private static Optional<String> obstacle(String name, List<Volume> volumes) {
        Optional<Volume> volume = volumes.stream()
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst();
        if (volume.isEmpty()) {
            return Optional.of("volumeMounts names volume " + name
                    + ", which the pods of the target do not have; correct its name");
        }
        return PRIVATE.entrySet().stream()
                .filter(source -> source.getValue().test(volume.get()))
                .findFirst()
                .map(source -> "Volume " + name + " is " + source.getKey()
                        + ", of which each pod has its own, so a job cannot read it. " + ADVICE);
    }

    /** The volumes that are to be mounted, as another pod has to name them. */
    public static List<Volume> of(Pod pod, List<VolumeMount> mounts) {
        List<String> wanted = mounts.stream().map(VolumeMount::getName).toList();
        return pod.getSpec().getVolumes().stream()
                .filter(volume -> wanted.contains(volume.getName()))
                .map(volume -> volume.getEphemeral() == null ? volume : claimed(pod, volume))
                .toList();
    }

    /** A generic ephemeral volume is a claim named after pod and volume. */
    private static Volume claimed(Pod pod, Volume volume) {
        return new VolumeBuilder()
                .withName(volume.getName())
                .withNewPersistentVolumeClaim()
                .withClaimName(pod.getMetadata().getName() + "-" + volume.getName())
                .endPersistentVolumeClaim()
                .build();
    }
}
