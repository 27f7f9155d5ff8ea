package dev.coffer.operator.agent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.operator.api.client.Clients;
import dev.coffer.operator.api.repository.Repository;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StorageTest {

    private static final Map<String, String> SECRET =
            Map.of("RESTIC_PASSWORD", "hush", "AWS_ACCESS_KEY_ID", "key", "AWS_SECRET_ACCESS_KEY", "very secret");

    @Test
    void credentials_become_the_environment_of_the_store() throws BadRequest {
        Storage storage =
                storage("s3: {endpoint: 'https://minio:9000', bucket: b, prefix: p, region: eu, insecureTLS: true}");
        assertThat(storage.location()).isEqualTo("s3:https://minio:9000/b/p");
        assertThat(storage.options().environment())
                .containsEntry("AWS_ACCESS_KEY_ID", "key")
                .containsEntry("AWS_DEFAULT_REGION", "eu")
                .containsEntry("HTTPS_PROXY", "proxy");
        assertThat(storage.options().option("http.insecure-tls")).contains("true");
    }

    @Test
    void the_password_of_the_repository_is_not_for_the_store() throws BadRequest {
        Storage storage = storage("local: {mountPath: /repo}");
        assertThat(storage.password()).isEqualTo("hush");
        assertThat(storage.options().environment()).doesNotContainKey("RESTIC_PASSWORD");
    }

    @Test
    void nothing_secret_is_shown() throws BadRequest {
        assertThat(storage("local: {mountPath: /repo}").toString()).doesNotContain("hush", "secret");
    }

    @Test
    void a_limit_of_connections_is_an_option_of_the_store() throws BadRequest {
        assertThat(storage("gcs: {bucket: b, maxConnections: 7}").options().option("gs.connections"))
                .contains("7");
        assertThat(storage("b2: {bucket: b, maxConnections: 0}").options().option("b2.connections"))
                .isEmpty();
    }

    @Test
    void a_secret_without_password_is_told() {
        assertThatThrownBy(() -> Storage.of(repository("local: {mountPath: /repo}"), Map.of(), Map.of()))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("Secret demo/store-secret of Repository demo/store has no key RESTIC_PASSWORD");
    }

    @Test
    void a_backend_without_store_is_told() {
        assertThatThrownBy(() -> storage("rest: {url: 'not a url'}"))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("names no store");
    }

    private static Storage storage(String backend) throws BadRequest {
        return Storage.of(repository(backend), SECRET, Map.of("HTTPS_PROXY", "proxy"));
    }

    private static Repository repository(String backend) {
        return Clients.serialization().unmarshal("""
                apiVersion: stash.appscode.com/v1alpha1
                kind: Repository
                metadata: {name: store, namespace: demo}
                spec: {backend: {storageSecretName: store-secret, %s}}
                """.formatted(backend), Repository.class);
    }
}
