package dev.coffer.backend.gs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendRegistry;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.ContractFiles;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GsProviderTest {

    private final BackendRegistry registry = BackendRegistry.installed();
    private final FakeGcs gcs;

    GsProviderTest() throws IOException {
        gcs = new FakeGcs();
    }

    @AfterEach
    void stop() {
        gcs.close();
    }

    private BackendOptions options(Map<String, String> extended, Map<String, String> environment) {
        Map<String, String> options = new HashMap<>(extended);
        options.putIfAbsent("gs.endpoint", gcs.url());
        Map<String, String> variables = new HashMap<>(environment);
        variables.putIfAbsent("GOOGLE_ACCESS_TOKEN", FakeGcs.OWNER);
        return new BackendOptions(options, variables);
    }

    @ParameterizedTest
    @CsvSource({
        "gs:bucket:/, gs:bucket:/",
        "gs:bucket:, gs:bucket:/",
        "gs:bucket:prefix, gs:bucket:/prefix",
        "gs:bucket:/a/b/, gs:bucket:/a/b",
        "gs:bucket://a//b/../c, gs:bucket:/a/c"
    })
    void locations_are_understood_as_restic_understands_them(String written, String meant) throws IOException {
        try (Backend backend = registry.open(written, options(Map.of(), Map.of()))) {
            assertThat(backend.location()).isEqualTo(meant);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gs:bucket", "gs:", "gs::/prefix", "gs:bucket/prefix:x"})
    void a_location_that_makes_no_sense_is_rejected_with_the_right_form(String location) {
        assertThatThrownBy(() -> registry.open(location, options(Map.of(), Map.of())))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("gs:bucket:/prefix");
    }

    @Test
    void a_new_bucket_is_made_in_the_project_and_region_that_are_named() throws IOException {
        BackendOptions options =
                options(Map.of("gs.region", "europe-west3"), Map.of("GOOGLE_PROJECT_ID", "some-project"));
        registry.create("gs:new:/", options).close();

        assertThat(gcs.buckets().description("new").text("location")).contains("europe-west3");
        assertThat(gcs.buckets().description("new").text("projectId")).contains("some-project");
    }

    @Test
    void a_bucket_that_exists_is_used_as_it_is() throws IOException {
        BackendOptions options = options(Map.of(), Map.of("GOOGLE_PROJECT_ID", "project"));
        try (Backend first = registry.create("gs:bucket:/", options)) {
            first.save(Handle.CONFIG, Content.of(new byte[] {1}));
        }
        try (Backend second = registry.create("gs:bucket:/", options)) {
            assertThat(second.load(Handle.CONFIG)).containsExactly(1);
        }
    }

    @Test
    void a_bucket_cannot_be_made_without_a_project() {
        assertThatThrownBy(() -> registry.create("gs:new:/", options(Map.of(), Map.of())))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("GOOGLE_PROJECT_ID");
    }

    @Test
    void whoever_may_not_ask_for_the_bucket_can_still_use_it() throws IOException {
        registry.create("gs:bucket:/", options(Map.of(), Map.of("GOOGLE_PROJECT_ID", "project")))
                .close();
        gcs.grant("objects only", "storage.objects.");
        BackendOptions options = options(Map.of(), Map.of("GOOGLE_ACCESS_TOKEN", "objects only"));
        try (Backend backend = registry.create("gs:bucket:/", options)) {
            backend.save(Handle.CONFIG, Content.of(new byte[] {1}));
            assertThat(backend.load(Handle.CONFIG)).containsExactly(1);
        }
    }

    @Test
    void a_bucket_that_does_not_exist_is_missing() throws IOException {
        try (Backend backend = registry.open("gs:nowhere:/", options(Map.of(), Map.of()))) {
            assertThatThrownBy(() -> ContractFiles.list(backend, FileType.SNAPSHOT))
                    .isInstanceOf(BackendException.Missing.class)
                    .hasMessageContaining("bucket does not exist")
                    .hasMessageContaining("init");
        }
    }

    @Test
    void an_emulator_is_found_by_its_variable_and_asked_without_a_token() throws IOException {
        gcs.grant("", "storage.");
        Map<String, String> environment =
                Map.of("STORAGE_EMULATOR_HOST", "127.0.0.1:" + gcs.address().getPort(), "GOOGLE_PROJECT_ID", "project");
        try (Backend backend = registry.create("gs:bucket:/", new BackendOptions(Map.of(), environment))) {
            backend.save(Handle.CONFIG, Content.of(new byte[] {1}));
        }

        assertThat(gcs.buckets().objects("bucket")).containsKey("config");
    }

    @Test
    void the_number_of_connections_is_an_option() throws IOException {
        try (Backend preferred = registry.open("gs:bucket:/", options(Map.of(), Map.of()));
                Backend chosen = registry.open("gs:bucket:/", options(Map.of("gs.connections", "17"), Map.of()))) {
            assertThat(preferred.properties().connections()).isEqualTo(5);
            assertThat(chosen.properties().connections()).isEqualTo(17);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"storage.example.com", "ftp://storage.example.com", "https://", "http://user@host", "::"})
    void an_endpoint_that_is_no_address_is_rejected(String endpoint) {
        assertThatThrownBy(() -> registry.open("gs:bucket:/", options(Map.of("gs.endpoint", endpoint), Map.of())))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("gs.endpoint");
    }
}
