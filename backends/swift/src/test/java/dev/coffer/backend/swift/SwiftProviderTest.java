package dev.coffer.backend.swift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendRegistry;
import dev.coffer.backend.Content;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwiftProviderTest {

    private final BackendRegistry registry = BackendRegistry.installed();
    private final FakeSwift swift = new FakeSwift();

    SwiftProviderTest() throws IOException {}

    @AfterEach
    void close() {
        swift.close();
    }

    @ParameterizedTest
    @CsvSource({
        "swift:box:/,config",
        "swift:box:/a/b,a/b/config",
        "swift:box:/a/b/,a/b/config",
        "swift:box://a//b,a/b/config"
    })
    void a_location_names_a_container_and_a_prefix(String location, String config) throws IOException {
        try (Backend backend = registry.create(location, swift.options())) {
            backend.save(Handle.CONFIG, Content.of(new byte[1]));
        }

        assertThat(swift.containers().objects("box")).containsOnlyKeys(config);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "swift:",
                "swift:box",
                "swift:box:",
                "swift:box:prefix",
                "swift::/prefix",
                "swift:box/prefix",
                "swift:a/b:/"
            })
    void another_location_is_rejected_with_the_way_it_should_look(String location) {
        assertThatThrownBy(() -> registry.open(location, swift.options()))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("swift:container:/prefix");
    }

    @Test
    void names_with_unusual_characters_work() throws IOException {
        try (Backend backend = registry.create("swift:bo x+é:/a b/ü?#%", swift.options())) {
            backend.save(Handle.CONFIG, Content.of(new byte[1]));
            assertThat(backend.load(Handle.CONFIG)).hasSize(1);
        }

        assertThat(swift.containers().objects("bo x+é")).containsOnlyKeys("a b/ü?#%/config");
    }

    @Test
    void a_container_is_created_and_not_disturbed_if_it_is_there() throws IOException {
        try (Backend backend = registry.create("swift:box:/", swift.options())) {
            backend.save(Handle.CONFIG, Content.of(new byte[1]));
        }
        try (Backend backend = registry.create("swift:box:/", swift.options())) {
            assertThat(backend.load(Handle.CONFIG)).hasSize(1);
        }
    }

    @Test
    void opening_does_not_create_a_container() {
        assertThatThrownBy(() -> registry.open("swift:box:/", swift.options()))
                .isInstanceOf(BackendException.Missing.class)
                .hasMessageContaining("container box");
        assertThat(swift.containers().exists("box")).isFalse();
    }

    @Test
    void a_new_container_is_stored_as_the_environment_says() throws IOException {
        registry.create("swift:box:/", with("SWIFT_DEFAULT_CONTAINER_POLICY", "gold"))
                .close();

        assertThat(swift.containers().policy("box")).contains("gold");
    }

    @Test
    void a_policy_that_is_not_there_is_rejected() {
        assertThatThrownBy(() -> registry.create("swift:box:/", with("SWIFT_DEFAULT_CONTAINER_POLICY", "tin")))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("tin");
    }

    private BackendOptions with(String variable, String value) {
        Map<String, String> environment = new HashMap<>(swift.options().environment());
        environment.put(variable, value);
        return new BackendOptions(Map.of(), environment);
    }

    @Test
    void the_number_of_connections_is_an_option() throws IOException {
        BackendOptions seven = new BackendOptions(
                Map.of("swift.connections", "7"), swift.options().environment());
        try (Backend preferred = registry.create("swift:box:/", swift.options());
                Backend chosen = registry.open("swift:box:/", seven)) {
            assertThat(preferred.properties().connections()).isEqualTo(5);
            assertThat(chosen.properties().connections()).isEqualTo(7);
        }
    }

    @Test
    void a_failed_login_is_one_failure_and_no_second_attempt() {
        assertThatThrownBy(() -> registry.open("swift:box:/", with("OS_PASSWORD", "wrong")))
                .isInstanceOf(BackendException.Denied.class);
        assertThat(swift.keystone().logins()).hasSize(1);
    }
}
