package dev.coffer.operator.controller.workload;

import dev.coffer.operator.api.Annotations;
import dev.coffer.operator.api.Labels;
import dev.coffer.operator.controller.pod.PullSecrets;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;

/**
 * What the operator puts into the pod template of a workload: one container, with the volumes it needs besides the workload's, and
 * the Secrets with which its image is pulled.
 *
 * <p>An annotation holds a hash of it, so that a template is changed, and its pods are replaced, only if something else has to be
 * in them. What the agent reads from objects at run time, such as paths and retention, is in no template. Nor is the image part of
 * the hash: an upgrade of the operator restarts no workload; its containers get the new image with their next change.
 */
public record Injection(Place place, Container container, List<Volume> volumes, PullSecrets pullSecrets) {

    /** Which container it is. */
    public enum Place {
        SIDECAR("stash", Annotations.LAST_BACKUP_INVOKER_HASH, Annotations.BACKUP_PULL_SECRETS),
        /** The first of the init containers. */
        INIT_CONTAINER("stash-init", Annotations.LAST_RESTORE_INVOKER_HASH, Annotations.RESTORE_PULL_SECRETS);

        private final String container;
        private final String hashAnnotation;
        private final String secretsAnnotation;

        Place(String container, String hashAnnotation, String secretsAnnotation) {
            this.container = container;
            this.hashAnnotation = hashAnnotation;
            this.secretsAnnotation = secretsAnnotation;
        }

        /** The name of the container. */
        public String container() {
            return container;
        }

        String secretsAnnotation() {
            return secretsAnnotation;
        }
    }

    public Injection {
        volumes = List.copyOf(volumes);
    }

    /** The same container, whose image is pulled with Secrets that the operator gives to its pod. */
    public Injection with(PullSecrets secrets) {
        return new Injection(place, container, volumes, secrets);
    }

    /** Whether it is in the template. */
    public boolean isIn(PodTemplateSpec template) {
        boolean there = containers(template, place).stream().anyMatch(this::isSame);
        return there
                && hash().equals(annotation(template, place))
                && TemplateSecrets.areIn(template, place, pullSecrets);
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
        return TemplateSecrets.into(TemplateVolumes.into(builder.build(), volumes), place, pullSecrets);
    }

    /** The template without any such container, and without volumes and Secrets of the operator that no other container needs. */
    public static PodTemplateSpec remove(PodTemplateSpec template, Place place) {
        PodTemplateSpecBuilder builder = new PodTemplateSpecBuilder(TemplateSecrets.remove(template, place));
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
        return TemplateVolumes.withoutUnused(builder.build());
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

    private static String annotation(PodTemplateSpec template, Place place) {
        return template.getMetadata() == null || template.getMetadata().getAnnotations() == null
                ? ""
                : template.getMetadata().getAnnotations().getOrDefault(place.hashAnnotation, "");
    }
}
