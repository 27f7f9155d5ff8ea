package dev.coffer.backend.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendRegistry;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzureProviderTest {

    private static final Map<String, String> ENVIRONMENT =
            Map.of("AZURE_ACCOUNT_NAME", "account", "AZURE_ACCOUNT_KEY", "c2VjcmV0");

    private final BackendRegistry registry = BackendRegistry.installed();

    private static BackendOptions options(Map<String, String> extended) {
        return new BackendOptions(extended, ENVIRONMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "azure:container:/, azure:container:/",
        "azure:container:, azure:container:/",
        "azure:container:prefix, azure:container:/prefix",
        "azure:container:/a/b/, azure:container:/a/b",
        "azure:container://a//b/../c, azure:container:/a/c"
    })
    void locations_are_understood_as_restic_understands_them(String written, String meant) throws IOException {
        try (Backend backend = registry.open(written, options(Map.of()))) {
            assertThat(backend.location()).isEqualTo(meant);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"azure:container", "azure:", "azure::/prefix", "azure:container/prefix:x"})
    void a_location_that_makes_no_sense_is_rejected_with_the_right_form(String location) {
        assertThatThrownBy(() -> registry.open(location, options(Map.of())))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("azure:container:/prefix");
    }

    @Test
    void the_number_of_connections_is_an_option() throws IOException {
        try (Backend preferred = registry.open("azure:container:/", options(Map.of()));
                Backend chosen = registry.open("azure:container:/", options(Map.of("azure.connections", "17")))) {
            assertThat(preferred.properties().connections()).isEqualTo(5);
            assertThat(chosen.properties().connections()).isEqualTo(17);
        }
    }

    @Test
    void an_access_tier_that_is_not_known_is_rejected() {
        assertThatThrownBy(() -> registry.open("azure:container:/", options(Map.of("azure.access-tier", "glacier"))))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("hot, cool, cold or archive");
    }

    @Test
    void a_key_that_is_none_is_denied_without_repeating_it() {
        BackendOptions options = new BackendOptions(
                Map.of(), Map.of("AZURE_ACCOUNT_NAME", "account", "AZURE_ACCOUNT_KEY", "not-a-key!"));

        assertThatThrownBy(() -> registry.open("azure:container:/", options))
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining("AZURE_ACCOUNT_KEY")
                .hasMessageNotContaining("not-a-key!");
    }
}
