package dev.coffer.operator.agent.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.BackendException.Denied;
import dev.coffer.backend.BackendException.Full;
import dev.coffer.backend.BackendException.Transient;
import dev.coffer.backend.BackendOptions;
import dev.coffer.engine.errors.RepositoryException.WrongPassword;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessFailuresTest {

    private static final String SERVER = "s3:https://minio:9000/bucket";

    @Test
    void failures_are_explained_by_the_objects_at_fault() {
        assertThat(explain(new WrongPassword("no key"), SERVER)).contains("Secret demo/secret (key RESTIC_PASSWORD)");
        assertThat(explain(new Transient("timed out", null), SERVER)).contains("cannot be reached: timed out");
        assertThat(explain(new Full("no space", null), SERVER)).contains("is full");
        assertThat(explain(new IOException("other"), SERVER)).isEqualTo("other");
    }

    @Test
    void who_may_not_write_to_a_server_checks_the_secret() {
        assertThat(explain(new Denied("403", null), SERVER))
                .contains("refuses access: 403", "Check the credentials in Secret demo/secret");
    }

    @Test
    void who_may_not_write_to_a_volume_checks_the_user_of_the_pod() {
        assertThat(explain(new Denied("permission denied", null), "/repository"))
                .contains("refuses access: permission denied", "spec.runtimeSettings.pod.securityContext")
                .doesNotContain("Secret");
    }

    private static String explain(IOException failure, String location) {
        return AccessFailures.explain(
                failure,
                new Storage("demo/store", "demo/secret", location, new BackendOptions(Map.of(), Map.of()), "hush"));
    }
}
