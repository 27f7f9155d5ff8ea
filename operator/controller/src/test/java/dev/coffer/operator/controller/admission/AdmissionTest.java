package dev.coffer.operator.controller.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coffer.operator.api.ExecutionModel;
import dev.coffer.operator.controller.FakeApiServer;
import dev.coffer.operator.controller.TestServices;
import dev.coffer.operator.controller.admission.registration.Endpoint;
import dev.coffer.operator.controller.admission.registration.Registration;
import dev.coffer.operator.controller.admission.registration.WebhookConfigurations;
import dev.coffer.operator.controller.backupconfiguration.SidecarInjections;
import dev.coffer.operator.controller.invoker.ExecutionModels;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final AdmissionSettings SETTINGS = new AdmissionSettings(
            new Endpoint.OutOfCluster(URI.create("https://localhost")), 0, AdmissionSettings.DEFAULT_CONFIGURATION);

    private final FakeApiServer server = new FakeApiServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_api_server_is_told_where_to_ask_and_whom_to_trust() throws Exception {
        try (Admission admission = start()) {
            admission.lead();
            try (TlsClient client = new TlsClient(bundle(), admission.port())) {
                String review = Reviews.review("Repository", """
                        {"spec": {"backend": {"local": {"mountPath": "/stash"}}}}""");
                assertThat(Reviews.json(client.post(WebhookConfigurations.VALIDATE, review)
                                        .body())
                                .at("/response/status/message")
                                .asText())
                        .startsWith("spec.backend.local.mountPath: ");
            }
        }
    }

    @Test
    void a_new_deployment_comes_with_the_sidecar() throws Exception {
        server.create("""
                {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "secret", "namespace": "demo"},
                 "data": {"RESTIC_PASSWORD": "eA=="}}""", """
                {"apiVersion": "stash.appscode.com/v1alpha1", "kind": "Repository",
                 "metadata": {"name": "store", "namespace": "demo"},
                 "spec": {"backend": {"storageSecretName": "secret",
                    "local": {"mountPath": "/repository", "hostPath": {"path": "/srv"}}}}}""", """
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "BackupConfiguration",
                 "metadata": {"name": "web", "namespace": "demo"},
                 "spec": {"repository": {"name": "store"},
                    "target": {"ref": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "some"}}}}""");
        try (Admission admission = start()) {
            admission.lead();
            try (TlsClient client = new TlsClient(bundle(), admission.port())) {
                String review = Reviews.review("Deployment", """
                        {"metadata": {"name": "some"}, "spec": {"template": {"spec": {"containers": [{"name": "web"}]}}}}""");
                String answer =
                        client.post(WebhookConfigurations.INJECT, review).body();
                String patch = Reviews.json(answer).at("/response/patch").asText();
                assertThat(new String(Base64.getDecoder().decode(patch), StandardCharsets.UTF_8))
                        .contains("/spec/template/spec/containers/1", "--invoker-name=web");
            }
        }
    }

    @Test
    void a_bundle_that_somebody_overwrites_is_repaired() throws Exception {
        try (Admission admission = start()) {
            admission.lead();
            String bundle = bundle();
            ValidatingWebhookConfiguration present = await(ValidatingWebhookConfiguration.class, object -> true);
            present.getWebhooks().getFirst().getClientConfig().setCaBundle("bm9uc2Vuc2U=");
            server.client().resource(present).update();
            ValidatingWebhookConfiguration repaired = await(
                    ValidatingWebhookConfiguration.class,
                    object -> !object.getWebhooks()
                            .getFirst()
                            .getClientConfig()
                            .getCaBundle()
                            .equals("bm9uc2Vuc2U="));
            assertThat(decode(repaired)).isEqualTo(bundle);
        }
    }

    @Test
    void a_configuration_that_somebody_removes_comes_back() throws Exception {
        try (Admission admission = start()) {
            admission.lead();
            String uid = await(MutatingWebhookConfiguration.class, object -> true)
                    .getMetadata()
                    .getUid();
            server.client()
                    .resources(MutatingWebhookConfiguration.class)
                    .withName(SETTINGS.configuration())
                    .delete();
            assertThat(await(
                            MutatingWebhookConfiguration.class,
                            object -> !object.getMetadata().getUid().equals(uid)))
                    .isNotNull();
        }
    }

    @Test
    void operators_that_are_not_elected_answer_with_the_same_authority_and_configure_nothing() throws Exception {
        try (Admission elected = start();
                Admission other = start()) {
            assertThat(server.client()
                            .resources(ValidatingWebhookConfiguration.class)
                            .list()
                            .getItems())
                    .isEmpty();
            elected.lead();
            try (TlsClient client = new TlsClient(bundle(), other.port())) {
                assertThat(client.get("/healthz").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void what_is_made_goes_with_the_role_of_the_operator() throws Exception {
        server.create("""
                {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRole", "metadata": {"name": "coffer-operator"}}""");
        try (Admission admission = start()) {
            admission.lead();
            List<HasMetadata> made = List.of(
                    await(ValidatingWebhookConfiguration.class, object -> true),
                    await(MutatingWebhookConfiguration.class, object -> true),
                    server.client()
                            .secrets()
                            .inNamespace("coffer")
                            .withName(Admission.SECRET)
                            .get());
            assertThat(made)
                    .allSatisfy(object -> assertThat(object.getMetadata().getOwnerReferences())
                            .extracting(OwnerReference::getKind, OwnerReference::getName)
                            .containsExactly(tuple("ClusterRole", "coffer-operator")));
        }
    }

    @Test
    void without_webhooks_earlier_configurations_are_removed() throws Exception {
        try (Admission admission = start()) {
            admission.lead();
            await(MutatingWebhookConfiguration.class, object -> true);
        }
        Registration.remove(server.client(), SETTINGS.configuration());
        assertThat(server.client()
                        .resources(MutatingWebhookConfiguration.class)
                        .list()
                        .getItems())
                .isEmpty();
    }

    private Admission start() throws IOException {
        InstantSource clock = InstantSource.system();
        return Admission.start(
                server.client(),
                SETTINGS,
                "coffer",
                List.of(new SidecarInjections(
                        TestServices.of(server.client()),
                        new ExecutionModels(server.client(), ExecutionModel.WORKLOAD),
                        clock)),
                clock);
    }

    private String bundle() {
        await(MutatingWebhookConfiguration.class, object -> true);
        return decode(await(ValidatingWebhookConfiguration.class, object -> true));
    }

    private static String decode(ValidatingWebhookConfiguration configuration) {
        String bundle = configuration.getWebhooks().getFirst().getClientConfig().getCaBundle();
        return new String(Base64.getDecoder().decode(bundle), StandardCharsets.UTF_8);
    }

    private <T extends HasMetadata> T await(Class<T> type, Predicate<T> condition) {
        return server.client()
                .resources(type)
                .withName(SETTINGS.configuration())
                .waitUntilCondition(found -> found != null && condition.test(found), 60, TimeUnit.SECONDS);
    }
}
