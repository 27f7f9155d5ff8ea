package dev.coffer.operator.controller.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.Annotations;
import dev.coffer.operator.controller.pod.PullSecrets;
import dev.coffer.operator.controller.workload.Injection.Place;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the pull secrets of a template whose containers of the operator come and go. */
class InjectionSecretsTest {

    private static final PodTemplateSpec BARE = template();
    private static final PodTemplateSpec OWN = template("app");

    @Test
    void a_template_gets_them_beside_its_own() {
        assertThat(names(sidecar("registry-b").into(OWN))).containsExactly("app", "registry-b");
    }

    @Test
    void they_go_with_the_container_and_the_others_stay() {
        PodTemplateSpec template = sidecar("registry-b").into(OWN);
        assertThat(Injection.remove(template, Place.SIDECAR)).isEqualTo(OWN);
    }

    @Test
    void one_that_the_template_has_by_itself_is_not_added_and_stays() {
        PodTemplateSpec template = sidecar("app").into(OWN);
        assertThat(names(template)).containsExactly("app");
        assertThat(Injection.remove(template, Place.SIDECAR)).isEqualTo(OWN);
    }

    @Test
    void a_template_that_has_none_does_not_lose_those_of_its_account() {
        PodTemplateSpec template = injection(Place.SIDECAR, List.of("registry-b"), List.of("pull-app"))
                .into(BARE);
        assertThat(names(template)).containsExactly("pull-app", "registry-b");
        assertThat(Injection.remove(template, Place.SIDECAR)).isEqualTo(BARE);
    }

    @Test
    void of_two_containers_the_last_to_go_leaves_the_template_as_it_was() {
        Injection init = injection(Place.INIT_CONTAINER, List.of("registry-r"), List.of("pull-app"));
        PodTemplateSpec both = init.into(injection(Place.SIDECAR, List.of("registry-b"), List.of("pull-app"))
                .into(BARE));
        assertThat(names(both)).containsExactly("pull-app", "registry-b", "registry-r");

        PodTemplateSpec one = Injection.remove(both, Place.SIDECAR);
        assertThat(names(one)).containsExactly("pull-app", "registry-r");
        assertThat(Injection.remove(one, Place.INIT_CONTAINER)).isEqualTo(BARE);
    }

    @Test
    void the_same_secrets_change_nothing() {
        PodTemplateSpec template = sidecar("registry-b").into(OWN);
        assertThat(sidecar("registry-b").into(template)).isSameAs(template);
    }

    @Test
    void other_secrets_take_the_place_of_the_earlier_ones() {
        PodTemplateSpec template = sidecar("registry-b").into(OWN);
        assertThat(names(sidecar("mirror-b").into(template))).containsExactly("app", "mirror-b");
        assertThat(names(sidecar().into(template))).containsExactly("app");
    }

    @Test
    void one_that_somebody_has_taken_out_is_put_back() {
        PodTemplateSpec template = new PodTemplateSpecBuilder(
                        sidecar("registry-b").into(OWN))
                .editSpec()
                .withImagePullSecrets(PullSecrets.references(List.of("app")))
                .endSpec()
                .build();
        assertThat(names(sidecar("registry-b").into(template))).containsExactly("app", "registry-b");
    }

    @Test
    void without_secrets_nothing_of_them_is_in_the_template() {
        PodTemplateSpec template =
                injection(Place.SIDECAR, List.of(), List.of("pull-app")).into(BARE);
        assertThat(names(template)).isEmpty();
        assertThat(template.getMetadata().getAnnotations())
                .containsOnlyKeys(Annotations.LAST_BACKUP_INVOKER_HASH, "by");
    }

    @Test
    void what_was_put_in_without_secrets_is_what_is_wanted_without_secrets() {
        Injection withoutThem = sidecar();
        PodTemplateSpec template = withoutThem.into(OWN);
        assertThat(withoutThem.with(PullSecrets.NONE).isIn(template)).isTrue();
        assertThat(sidecar("registry-b").isIn(template)).isFalse();
    }

    private static List<String> names(PodTemplateSpec template) {
        return PullSecrets.names(template.getSpec().getImagePullSecrets());
    }

    private static Injection sidecar(String... copies) {
        return injection(Place.SIDECAR, List.of(copies), List.of());
    }

    private static Injection injection(Place place, List<String> copies, List<String> ofAccount) {
        return new Injection(
                place,
                new ContainerBuilder().withName(place.container()).build(),
                List.of(),
                new PullSecrets(copies, ofAccount));
    }

    private static PodTemplateSpec template(String... secrets) {
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .addToAnnotations("by", "hand")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .endContainer()
                .withImagePullSecrets(PullSecrets.references(List.of(secrets)))
                .endSpec()
                .build();
    }
}
