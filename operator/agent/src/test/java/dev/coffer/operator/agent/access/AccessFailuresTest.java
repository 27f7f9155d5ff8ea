package dev.coffer.operator.agent.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.BackendException.Denied;
import dev.coffer.backend.BackendOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessFailuresTest {

    @Test
    void who_may_not_write_to_a_server_checks_the_secret() {
        assertThat(AccessFailures.explain(new Denied("403", null), at("s3:https://minio:9000/bucket")))
                .contains("403", "Check the credentials in Secret demo/secret");
    }

    @Test
    void who_may_not_write_to_a_volume_checks_the_user_of_the_pod() {
        assertThat(AccessFailures.explain(new Denied("permission denied", null), at("/repository")))
                .contains("permission denied", "spec.runtimeSettings.pod.securityContext")
                .doesNotContain("Secret");
    }

    private static Storage at(String location) {
        return new Storage("demo/store", "demo/secret", location, new BackendOptions(Map.of(), Map.of()), "hush");
    }
}
