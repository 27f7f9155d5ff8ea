package dev.coffer.operator.controller.workload;

import dev.coffer.operator.api.Annotations;
import dev.coffer.operator.api.Labels;
import dev.coffer.operator.controller.pod.WorkVolumes;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;

/**
 * What the operator puts into the pod template of a workload: one container, with the volumes it needs besides the workload's.
 *
 * <p>An annotation holds a hash of it, so that a template is changed, and its pods are replaced, only if something else has to be
 * in them. What the agent reads from objects at run time, such as paths and retention, is in no template. Nor is the image part of
 * the hash: an upgrade of the operator restarts no workload; its containers get the new image with their next change.
 */
public record Injection(Place place, Container container, List<Volume> volumes) {

    /** Which container it is. */
    public enum Place {
        SIDECAR("stash", Annotations.LAST_BACKUP_INVOKER_HASH),
        /** The first of the init containers. */
        INIT_CONTAINER("stash-init", Annotations.LAST_RESTORE_INVOKER_HASH);

        private final String container;
        private final String hashAnnotation;

        Place(String container, String hashAnnotation) {
            this.container = container;
            this.hashAnnotation = hashAnnotation;
        }

        /** The name of the container. */
        public String container() {
            return container;
        }
    }

    public Injection {
        volumes = List.copyOf(volumes);
    }

    /** Whether it is in the template. */
    public boolean isIn(PodTemplateSpec template) {
        boolean there = containers(template, place).stream().anyMatch(this::isSame);
        return there && hash().equals(annotation(template, place));
    }

    /** The template with it, and without an earlier one; the same template if it is there already. */
    public PodTemplateSpec into(PodTemplateSpec template) {
        if (isIn(template)) {
            return template;
        }
        PodTemplateSpec clean = remove(template, place);
        PodTemplateSpecBuilder builder = new PodTemplateSpecBuilder(clean)
                .editOrNewMetadata()
                .addToAnnotations(place.hashAnnotation, hash())
                .endMetadata();
        if (place == Place.SIDECAR) {
            builder.editMetadata().addToLabels(Labels.SIDECAR, "true").endMetadata();
            builder.editSpec().addToContainers(container).endSpec();
        } else {
            List<Container> first = new ArrayList<>(List.of(container));
            first.addAll(clean.getSpec().getInitContainers());
            builder.editSpec().withInitContainers(first).endSpec();
        }
        List<String> present =
                clean.getSpec().getVolumes().stream().map(Volume::getName).toList();
        List<Volume> missing = volumes.stream()
                .filter(volume -> !present.contains(volume.getName()))
                .toList();
        return builder.editSpec().addAllToVolumes(missing).endSpec().build();
    }

    /** The template without any such container, and without volumes of the operator that no other container mounts. */
    public static PodTemplateSpec remove(PodTemplateSpec template, Place place) {
        PodTemplateSpecBuilder builder = new PodTemplateSpecBuilder(template);
        if (template.getMetadata() != null) {
            builder.editMetadata().removeFromAnnotations(place.hashAnnotation).endMetadata();
        }
        if (place == Place.SIDECAR) {
            if (template.getMetadata() != null) {
                builder.editMetadata().removeFromLabels(Labels.SIDECAR).endMetadata();
            }
            builder.editSpec().withContainers(others(template, place)).endSpec();
        } else {
            builder.editSpec().withInitContainers(others(template, place)).endSpec();
        }
        PodTemplateSpec without = builder.build();
        List<Volume> used = without.getSpec().getVolumes().stream()
                .filter(volume -> !WorkVolumes.isOwn(volume.getName()) || isMounted(without, volume))
                .toList();
        return new PodTemplateSpecBuilder(without)
                .editSpec()
                .withVolumes(used)
                .endSpec()
                .build();
    }

    private String hash() {
        Container anyImage = new ContainerBuilder(container).withImage(null).build();
        CRC32C checksum = new CRC32C();
        checksum.update(Serialization.asJson(List.of(anyImage, volumes)).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }

    private boolean isSame(Container other) {
        return other.getName().equals(container.getName()) && Objects.equals(other.getArgs(), container.getArgs());
    }

    private static List<Container> containers(PodTemplateSpec template, Place place) {
        return place == Place.SIDECAR
                ? template.getSpec().getContainers()
                : template.getSpec().getInitContainers();
    }

    private static List<Container> others(PodTemplateSpec template, Place place) {
        return containers(template, place).stream()
                .filter(container -> !container.getName().equals(place.container))
                .toList();
    }

    private static boolean isMounted(PodTemplateSpec template, Volume volume) {
        List<Container> all = new ArrayList<>(template.getSpec().getContainers());
        all.addAll(template.getSpec().getInitContainers());
        return all.stream()
                .flatMap(container -> container.getVolumeMounts().stream())
                .map(VolumeMount::getName)
                .anyMatch(volume.getName()::equals);
    }

    private static String annotation(PodTemplateSpec template, Place place) {
        return template.getMetadata() == null || template.getMetadata().getAnnotations() == null
                ? ""
                : template.getMetadata().getAnnotations().getOrDefault(place.hashAnnotation, "");
    }
}
