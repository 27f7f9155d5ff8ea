package dev.coffer.operator.controller.workload;

import dev.coffer.operator.controller.pod.WorkVolumes;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.stream.Stream;

/** The volumes in a pod template that the operator's containers bring along. Both containers may use the same. */
final class TemplateVolumes {

    private TemplateVolumes() {}

    /** The template with the volumes that it does not have yet. */
    static PodTemplateSpec into(PodTemplateSpec template, List<Volume> volumes) {
        List<String> present =
                template.getSpec().getVolumes().stream().map(Volume::getName).toList();
        List<Volume> missing = volumes.stream()
                .filter(volume -> !present.contains(volume.getName()))
                .toList();
        return new PodTemplateSpecBuilder(template)
                .editSpec()
                .addAllToVolumes(missing)
                .endSpec()
                .build();
    }

    /** The template without volumes of the operator that no container mounts. */
    static PodTemplateSpec withoutUnused(PodTemplateSpec template) {
        List<Volume> used = template.getSpec().getVolumes().stream()
                .filter(volume -> !WorkVolumes.isOwn(volume.getName()) || isMounted(template, volume))
                .toList();
        return new PodTemplateSpecBuilder(template)
                .editSpec()
                .withVolumes(used)
                .endSpec()
                .build();
    }

    private static boolean isMounted(PodTemplateSpec template, Volume volume) {
        Stream<Container> all = Stream.concat(
                template.getSpec().getContainers().stream(), template.getSpec().getInitContainers().stream());
        return all.flatMap(container -> container.getVolumeMounts().stream())
                .map(VolumeMount::getName)
                .anyMatch(volume.getName()::equals);
    }
}
