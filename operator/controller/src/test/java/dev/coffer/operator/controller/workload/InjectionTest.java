package dev.coffer.operator.controller.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.Annotations;
import dev.coffer.operator.api.Labels;
import dev.coffer.operator.controller.pod.PullSecrets;
import dev.coffer.operator.controller.workload.Injection.Place;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class InjectionTest {

    private static final PodTemplateSpec TEMPLATE = new PodTemplateSpecBuilder()
            .withNewMetadata()
            .addToLabels("app", "shop")
            .endMetadata()
            .withNewSpec()
            .addNewInitContainer()
            .withName("prepare")
            .endInitContainer()
            .addNewContainer()
            .withName("web")
            .endContainer()
            .addNewVolume()
            .withName("data")
            .endVolume()
            .endSpec()
            .build();

    @Test
    void a_sidecar_comes_after_the_other_containers_with_its_volumes() {
        PodTemplateSpec template = sidecar("coffer:1", "--a").into(TEMPLATE);
        assertThat(template.getSpec().getContainers())
                .extracting(Container::getName)
                .containsExactly("web", "stash");
        assertThat(template.getSpec().getVolumes())
                .extracting(Volume::getName)
                .containsExactly("data", "stash-tmp-dir");
        assertThat(template.getMetadata().getLabels()).containsEntry(Labels.SIDECAR, "true");
    }

    @Test
    void an_init_container_comes_before_the_others() {
        PodTemplateSpec template = init().into(TEMPLATE);
        assertThat(template.getSpec().getInitContainers())
                .extracting(Container::getName)
                .containsExactly("stash-init", "prepare");
    }

    @Test
    void what_is_there_already_changes_nothing() {
        PodTemplateSpec template = sidecar("coffer:1", "--a").into(TEMPLATE);
        assertThat(sidecar("coffer:1", "--a").into(template)).isEqualTo(template);
    }

    @Test
    void a_new_image_alone_changes_nothing() {
        PodTemplateSpec template = sidecar("coffer:1", "--a").into(TEMPLATE);
        assertThat(sidecar("coffer:2", "--a").into(template)).isEqualTo(template);
    }

    @Test
    void another_container_replaces_the_earlier_one_and_brings_the_new_image() {
        PodTemplateSpec template = sidecar("coffer:1", "--a").into(TEMPLATE);
        PodTemplateSpec changed = sidecar("coffer:2", "--b").into(template);
        assertThat(changed.getSpec().getContainers())
                .filteredOn(container -> container.getName().equals("stash"))
                .singleElement()
                .returns("coffer:2", Container::getImage)
                .returns(List.of("--b"), Container::getArgs);
        assertThat(hash(changed)).isNotEqualTo(hash(template));
    }

    @Test
    void a_sidecar_that_somebody_has_taken_out_is_put_back() {
        PodTemplateSpec template = new PodTemplateSpecBuilder(
                        sidecar("coffer:1", "--a").into(TEMPLATE))
                .editSpec()
                .removeMatchingFromContainers(container -> "stash".equals(container.getName()))
                .endSpec()
                .build();
        assertThat(sidecar("coffer:1", "--a").into(template).getSpec().getContainers())
                .hasSize(2);
    }

    @Test
    void removal_leaves_the_template_as_it_was() {
        PodTemplateSpec template = sidecar("coffer:1", "--a").into(TEMPLATE);
        assertThat(Injection.remove(template, Place.SIDECAR))
                .returns(TEMPLATE.getSpec(), PodTemplateSpec::getSpec)
                .returns(
                        TEMPLATE.getMetadata().getLabels(),
                        removed -> removed.getMetadata().getLabels());
    }

    @Test
    void a_volume_that_both_use_stays_until_the_last_is_removed() {
        PodTemplateSpec both = init().into(sidecar("coffer:1", "--a").into(TEMPLATE));
        assertThat(both.getSpec().getVolumes()).hasSize(2);
        PodTemplateSpec one = Injection.remove(both, Place.INIT_CONTAINER);
        assertThat(one.getSpec().getVolumes()).hasSize(2);
        assertThat(Injection.remove(one, Place.SIDECAR).getSpec().getVolumes()).hasSize(1);
    }

    private static String hash(PodTemplateSpec template) {
        return template.getMetadata().getAnnotations().get(Annotations.LAST_BACKUP_INVOKER_HASH);
    }

    private static Injection sidecar(String image, String argument) {
        return injection(Place.SIDECAR, image, argument);
    }

    private static Injection init() {
        return injection(Place.INIT_CONTAINER, "coffer:1", "restore");
    }

    private static Injection injection(Place place, String image, String argument) {
        Container container = new ContainerBuilder()
                .withName(place.container())
                .withImage(image)
                .withArgs(argument)
                .addNewVolumeMount()
                .withName("stash-tmp-dir")
                .withMountPath("/stash-tmp")
                .endVolumeMount()
                .build();
        Volume temp = new VolumeBuilder()
                .withName("stash-tmp-dir")
                .withNewEmptyDir()
                .endEmptyDir()
                .build();
        return new Injection(place, container, List.of(temp), PullSecrets.NONE);
    }
}
