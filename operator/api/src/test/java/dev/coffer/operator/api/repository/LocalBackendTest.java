package dev.coffer.operator.api.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.Yaml;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalBackendTest {

    private static final String BACKEND = "{hostPath: {path: /var}, mountPath: /safe, subPath: shop}";

    @Test
    void the_volume_of_a_backend_has_its_source_and_the_name_it_is_given() {
        assertThat(read(BACKEND).toVolume("repository"))
                .isEqualTo(new VolumeBuilder()
                        .withName("repository")
                        .withNewHostPath("/var", null)
                        .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{hostPath: {path: /usr}, mountPath: /safe, subPath: shop}",
                "{hostPath: {path: /var}, mountPath: /other, subPath: shop}",
                "{hostPath: {path: /var}, mountPath: /safe}"
            })
    void backends_are_equal_if_all_of_their_fields_are(String other) {
        assertThat(read(BACKEND)).isEqualTo(read(BACKEND)).hasSameHashCodeAs(read(BACKEND));
        assertThat(read(BACKEND)).isNotEqualTo(read(other));
    }

    private static LocalBackend read(String yaml) {
        return Yaml.read(yaml, LocalBackend.class);
    }
}
