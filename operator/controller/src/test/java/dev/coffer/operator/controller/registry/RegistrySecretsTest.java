package dev.coffer.operator.controller.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.ApiGroup;
import dev.coffer.operator.api.Labels;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.controller.FakeApiServer;
import dev.coffer.operator.controller.TestServices;
import dev.coffer.operator.controller.pod.PullSecrets;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class RegistrySecretsTest {

    private static final String COPY = "registry-backupconfiguration-photos";

    private final FakeApiServer server = new FakeApiServer();
    private final RegistrySecrets secrets = secrets("registry");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_copy_is_made_beside_the_object_and_goes_with_it() {
        source();
        assertThat(ensure().status()).isEqualTo(ConditionStatus.TRUE);
        Secret copy = copy();
        assertThat(copy.getType()).isEqualTo("kubernetes.io/dockerconfigjson");
        assertThat(copy.getData()).isEqualTo(Map.of(".dockerconfigjson", "e30="));
        assertThat(copy.getMetadata().getLabels()).containsEntry(Labels.MANAGED_BY, ApiGroup.STASH);
        assertThat(copy.getMetadata().getOwnerReferences())
                .extracting(OwnerReference::getUid)
                .containsExactly("uid-1");
    }

    @Test
    void of_a_secret_nothing_but_the_credentials_is_copied() {
        server.create("""
                {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "registry", "namespace": "coffer"},
                 "type": "kubernetes.io/dockercfg", "data": {".dockercfg": "e30=", "other": "eA=="}}""");
        ensure();
        assertThat(copy().getType()).isEqualTo("kubernetes.io/dockercfg");
        assertThat(copy().getData()).containsOnlyKeys(".dockercfg");
    }

    @Test
    void what_changes_is_copied_again() {
        source();
        ensure();
        server.client()
                .secrets()
                .inNamespace("coffer")
                .withName("registry")
                .edit(secret -> new SecretBuilder(secret)
                        .withData(Map.of(".dockerconfigjson", "eyB9"))
                        .build());
        ensure();
        assertThat(copy().getData()).containsEntry(".dockerconfigjson", "eyB9");
    }

    @Test
    void a_secret_that_is_missing_is_told_with_what_to_do_and_pods_do_without() {
        assertThat(ensure())
                .returns(ConditionStatus.FALSE, Condition::status)
                .returns(
                        "There is no Secret coffer/registry, with which pods are to pull their image;"
                                + " kubectl -n coffer create secret docker-registry registry makes it.",
                        Condition::message);
        assertThat(copies()).isEmpty();
        Event event = server.client()
                .v1()
                .events()
                .inNamespace("demo")
                .list()
                .getItems()
                .getFirst();
        assertThat(event.getReason()).isEqualTo("ImagePullSecretsNotAvailable");
        assertThat(event.getInvolvedObject().getName()).isEqualTo("photos");
    }

    @Test
    void others_are_given_to_pods_although_one_is_missing() {
        source();
        RegistrySecrets two = secrets("mirror", "registry");
        assertThat(two.ensure(recipient("uid-1")).orElseThrow().message()).contains("coffer/mirror");
        assertThat(two.forPod(recipient("uid-1"), "default").copies()).containsExactly(COPY);
    }

    @Test
    void one_that_goes_while_pods_use_its_copy_does_not_take_that_from_them() {
        source();
        ensure();
        server.client().secrets().inNamespace("coffer").withName("registry").delete();
        assertThat(ensure().message()).contains("There is no Secret coffer/registry", "what was copied last");
        assertThat(copies()).containsExactly(COPY);
    }

    @Test
    void a_secret_of_another_kind_is_not_copied() {
        server.create("""
                {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "registry", "namespace": "coffer"},
                 "type": "Opaque", "data": {".dockerconfigjson": "e30="}}""");
        assertThat(ensure().message()).contains("Secret coffer/registry is of the type Opaque");
        assertThat(copy()).isNull();
        assertThat(copies()).isEmpty();
    }

    @Test
    void the_secret_of_somebody_else_is_left_alone() {
        source();
        server.create("""
                {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "%s", "namespace": "demo"},
                 "type": "Opaque", "data": {"theirs": "eA=="}}""".formatted(COPY));
        assertThat(ensure().message()).contains("Secret demo/" + COPY + " belongs to somebody else");
        assertThat(copy().getData()).containsOnlyKeys("theirs");
        assertThat(copies()).isEmpty();
    }

    @Test
    void a_copy_that_stash_has_made_for_the_object_is_taken_over() {
        source();
        server.create("""
                {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "%s", "namespace": "demo",
                    "ownerReferences": [{"kind": "BackupConfiguration", "name": "photos", "uid": "uid-1"}]},
                 "type": "kubernetes.io/dockerconfigjson", "data": {".dockerconfigjson": "eA=="}}""".formatted(COPY));
        assertThat(ensure().status()).isEqualTo(ConditionStatus.TRUE);
        assertThat(copy().getData()).containsEntry(".dockerconfigjson", "e30=");
    }

    @Test
    void the_copy_of_an_earlier_object_of_that_name_goes_with_the_new_one() {
        source();
        ensure();
        secrets.ensure(recipient("uid-2"));
        assertThat(copy().getMetadata().getOwnerReferences())
                .extracting(OwnerReference::getUid)
                .containsExactly("uid-2");
    }

    @Test
    void a_type_that_has_changed_needs_the_copy_to_be_removed() {
        source();
        server.create("""
                {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "%s", "namespace": "demo",
                    "labels": {"app.kubernetes.io/managed-by": "stash.appscode.com"}},
                 "type": "kubernetes.io/dockercfg", "data": {".dockercfg": "eA=="}}""".formatted(COPY));
        assertThat(ensure().message()).contains("Secret demo/" + COPY, "remove the copy");
        assertThat(copy().getData()).containsOnlyKeys(".dockercfg");
    }

    @Test
    void a_pod_gets_those_of_its_account_beside_them() {
        source();
        server.create("""
                {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "shop", "namespace": "demo"},
                 "imagePullSecrets": [{"name": "pull-shop"}]}""");
        assertThat(secrets.forPod(recipient("uid-1"), "shop"))
                .isEqualTo(new PullSecrets(List.of(COPY), List.of("pull-shop")));
    }

    @Test
    void copies_are_looked_after_as_long_as_there_are_any() {
        assertThat(secrets.refresh()).contains(Duration.ofMinutes(10));
    }

    @Test
    void who_is_told_none_gives_none_and_has_nothing_to_say() {
        RegistrySecrets none = secrets();
        source();
        assertThat(none.ensure(recipient("uid-1"))).isEmpty();
        assertThat(none.forPod(recipient("uid-1"), "default")).isEqualTo(PullSecrets.NONE);
        assertThat(none.refresh()).isEmpty();
        assertThat(copy()).isNull();
    }

    private RegistrySecrets secrets(String... names) {
        return new RegistrySecrets(server.client(), "coffer", List.of(names), InstantSource.system());
    }

    private void source() {
        server.create(TestServices.pullSecret("coffer", "registry"));
    }

    private Condition ensure() {
        Optional<Condition> condition = secrets.ensure(recipient("uid-1"));
        return condition.orElseThrow();
    }

    private List<String> copies() {
        return secrets.forPod(recipient("uid-1"), "default").copies();
    }

    private Secret copy() {
        return server.client().secrets().inNamespace("demo").withName(COPY).get();
    }

    private static Recipient recipient(String uid) {
        return new Recipient(
                "demo",
                Map.of(Labels.MANAGED_BY, ApiGroup.STASH),
                new OwnerReferenceBuilder()
                        .withApiVersion("stash.appscode.com/v1beta1")
                        .withKind("BackupConfiguration")
                        .withName("photos")
                        .withUid(uid)
                        .build());
    }
}
