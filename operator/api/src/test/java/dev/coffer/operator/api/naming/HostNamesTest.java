package dev.coffer.operator.api.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Deployment, , host-0",
        "Deployment, '', host-0",
        "Deployment, app, app",
        "DeploymentConfig, , host-0",
        "PersistentVolumeClaim, data, data",
        "AppBinding, , host-0",
        "StatefulSet, , host-2",
        "StatefulSet, app, app-2",
        "DaemonSet, , node-a",
        "DaemonSet, app, app-node-a"
    })
    void a_pod_has_the_host_name_of_its_kind_and_alias(String kind, @Nullable String alias, String host) {
        assertThat(HostNames.ofPod(kind, alias, "some-pod-2", "node-a")).isEqualTo(host);
    }

    @Test
    void a_pod_without_number_is_not_of_a_stateful_set() {
        assertThatThrownBy(() -> HostNames.ofPod("StatefulSet", null, "web-x7f", "node-a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("web-x7f");
    }

    @Test
    void claims_without_replicas_are_one_host() {
        assertThat(HostNames.ofClaims(null, null)).containsExactly("host-0");
        assertThat(HostNames.ofClaims("app", null)).containsExactly("app");
    }

    @Test
    void claims_with_replicas_are_a_host_each() {
        assertThat(HostNames.ofClaims(null, 3)).containsExactly("host-0", "host-1", "host-2");
        assertThat(HostNames.ofClaims("app", 1)).containsExactly("app-0");
    }
}
