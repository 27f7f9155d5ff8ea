package dev.coffer.operator.controller.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.client.Clients;
import dev.coffer.operator.api.runtime.PodRuntimeSettings;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import org.junit.jupiter.api.Test;

class PodSettingsTest {

    private static final PodTemplateSpec POD = Clients.serialization().unmarshal("""
            {"spec": {"securityContext": {"runAsUser": 1000, "fsGroup": 2000, "supplementalGroups": [3000],
                "seLinuxOptions": {"level": "s0:c1,c2"}}}}""", PodTemplateSpec.class);

    @Test
    void users_and_groups_stay_where_the_settings_name_none() {
        assertThat(apply("{\"securityContext\": {\"runAsNonRoot\": true}}")).satisfies(context -> {
            assertThat(context.getRunAsNonRoot()).isTrue();
            assertThat(context.getRunAsUser()).isEqualTo(1000);
            assertThat(context.getFsGroup()).isEqualTo(2000);
            assertThat(context.getSupplementalGroups()).containsExactly(3000L);
            assertThat(context.getSeLinuxOptions().getLevel()).isEqualTo("s0:c1,c2");
        });
    }

    @Test
    void settings_take_precedence() {
        assertThat(apply("{\"securityContext\": {\"runAsUser\": 7, \"fsGroup\": 8, \"supplementalGroups\": [9]}}"))
                .satisfies(context -> {
                    assertThat(context.getRunAsUser()).isEqualTo(7);
                    assertThat(context.getFsGroup()).isEqualTo(8);
                    assertThat(context.getSupplementalGroups()).containsExactly(9L);
                });
    }

    @Test
    void a_pull_secret_that_the_pod_has_already_is_not_added_again() {
        PodTemplateSpec pod = read("{\"spec\": {\"imagePullSecrets\": [{\"name\": \"a\"}]}}", PodTemplateSpec.class);
        PodRuntimeSettings settings =
                read("{\"imagePullSecrets\": [{\"name\": \"b\"}, {\"name\": \"a\"}]}", PodRuntimeSettings.class);
        assertThat(PullSecrets.names(PodSettings.apply(pod, settings).getSpec().getImagePullSecrets()))
                .containsExactly("a", "b");
    }

    private static <T> T read(String json, Class<T> type) {
        return Clients.serialization().unmarshal(json, type);
    }

    private static PodSecurityContext apply(String settings) {
        return PodSettings.apply(POD, read(settings, PodRuntimeSettings.class))
                .getSpec()
                .getSecurityContext();
    }
}
