package dev.coffer.operator.controller.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coffer.operator.controller.TestServices;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.net.HttpURLConnection;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
@EnableKubernetesMockClient(crud = true, https = false)
class SecretCopierTest {

    private static final Recipient STORE = new Recipient(
            "demo",
            Map.of(),
            new OwnerReferenceBuilder()
                    .withKind("Repository")
                    .withName("store")
                    .withUid("u")
                    .build());

    private KubernetesMockServer server;
    private KubernetesClient client;

    @BeforeEach
    void prepare() {
        client.resource(TestServices.pullSecret("coffer", "registry")).create();
    }

    @Test
    void a_copy_that_the_api_server_refuses_is_told() {
        answer(HttpURLConnection.HTTP_FORBIDDEN, "exceeded quota");
        assertThat(new SecretCopier(client, "coffer").copy("registry", STORE))
                .hasValueSatisfying(message -> assertThat(message)
                        .startsWith("Secret demo/registry-repository-store, with which pods are to pull their image,"
                                + " cannot be written: ")
                        .contains("exceeded quota"));
    }

    @Test
    void what_may_pass_is_left_to_another_attempt() {
        answer(HttpURLConnection.HTTP_NOT_FOUND, "no such namespace");
        assertThatExceptionOfType(KubernetesClientException.class)
                .isThrownBy(() -> new SecretCopier(client, "coffer").copy("registry", STORE));
    }

    private void answer(int code, String message) {
        server.expect()
                .post()
                .withPath("/api/v1/namespaces/demo/secrets")
                .andReturn(
                        code,
                        new StatusBuilder().withCode(code).withMessage(message).build())
                .always();
    }
}
