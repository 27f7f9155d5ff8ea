package dev.coffer.backend.b2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendRegistry;
import dev.coffer.backend.Content;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.StubServer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class B2ProviderTest {

    private final BackendRegistry registry = BackendRegistry.installed();
    private final B2Stub b2 = new B2Stub("http");
    private final StubServer server = StubServer.http(b2);

    B2ProviderTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    private BackendOptions options() {
        return B2Stub.options(server.address(), B2StubKey.master());
    }

    private BackendOptions with(String option, String value) {
        Map<String, String> extended = new HashMap<>(options().extended());
        extended.put(option, value);
        return new BackendOptions(extended, options().environment());
    }

    @ParameterizedTest
    @CsvSource({
        "b2:bucket,config",
        "b2:bucket:,config",
        "b2:bucket:a/b,a/b/config",
        "b2:bucket:/a//b/,a/b/config",
        "b2:bucket:a b+ü?#%,a b+ü?#%/config"
    })
    void a_location_names_a_bucket_and_a_prefix(String location, String config) throws IOException {
        try (Backend backend = registry.create(location, options())) {
            backend.save(Handle.CONFIG, Content.of(new byte[] {1}));
            assertThat(backend.load(Handle.CONFIG)).containsExactly(1);
        }

        assertThat(b2.bucket("bucket").visible(config)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b2:", "b2:short", "b2:under_score", "b2:bucket/prefix", "b2::prefix"})
    void another_location_is_rejected_with_the_way_it_should_look(String location) {
        assertThatThrownBy(() -> registry.open(location, options()))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("b2:bucket:prefix");
    }

    @Test
    void a_bucket_is_created_and_not_disturbed_if_it_is_there() throws IOException {
        try (Backend backend = registry.create("b2:bucket", options())) {
            backend.save(Handle.CONFIG, Content.of(new byte[] {1}));
        }
        try (Backend backend = registry.create("b2:bucket", options())) {
            assertThat(backend.load(Handle.CONFIG)).containsExactly(1);
        }
        assertThat(b2.calls()).filteredOn("b2_create_bucket"::equals).hasSize(1);
    }

    @Test
    void opening_does_not_create_a_bucket() {
        assertThatThrownBy(() -> registry.open("b2:bucket", options()))
                .isInstanceOf(BackendException.Missing.class)
                .hasMessageContaining("bucket");
        assertThat(b2.hasBucket("bucket")).isFalse();
    }

    @Test
    void a_name_that_another_account_has_is_rejected() {
        assertThatThrownBy(() -> registry.create("b2:somebody-elses", options()))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("already in use");
    }

    @Test
    void the_number_of_connections_is_an_option() throws IOException {
        try (Backend preferred = registry.create("b2:bucket", options());
                Backend chosen = registry.open("b2:bucket", with("b2.connections", "7"))) {
            assertThat(preferred.properties().connections()).isEqualTo(5);
            assertThat(chosen.properties().connections()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "http://", "http://a b"})
    void an_address_that_is_none_is_rejected(String address) {
        assertThatThrownBy(() -> registry.open("b2:bucket", with("b2.api-url", address)))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("b2.api-url");
    }
}
