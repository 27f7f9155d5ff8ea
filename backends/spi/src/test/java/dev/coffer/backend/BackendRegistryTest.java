package dev.coffer.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.memory.MemoryBackend;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackendRegistryTest {

    private final Recorder local = new Recorder(Set.of("local"));
    private final Recorder s3 = new Recorder(Set.of("s3"));
    private final BackendRegistry registry = new BackendRegistry(List.of(local, s3));

    @ParameterizedTest
    @CsvSource({
        "/srv/backup, /srv/backup",
        "local:/srv/backup, /srv/backup",
        "backup, backup",
        "./a:b, ./a:b",
        "a/b:c, a/b:c",
        "local:s3:x, s3:x",
        "C:\\backup, C:\\backup",
        "d:/backup, d:/backup",
        "LOCAL:/srv, /srv"
    })
    void a_path_is_local(String location, String path) throws IOException {
        registry.open(location, BackendOptions.none());

        assertThat(local.last).isEqualTo(new BackendLocation("local", path));
    }

    @Test
    void the_scheme_chooses_the_provider() throws IOException {
        registry.create("s3://host:9000/bucket", BackendOptions.none());

        assertThat(s3.last).isEqualTo(new BackendLocation("s3", "//host:9000/bucket"));
    }

    @Test
    void a_store_of_restic_that_is_not_built_in_is_told_with_the_available_ones() {
        assertThatThrownBy(() -> registry.open("sftp:u@host:/x", BackendOptions.none()))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("without support for sftp")
                .hasMessageContaining("local, s3");
    }

    @Test
    void an_unknown_scheme_is_told_with_the_available_ones_and_without_password() {
        assertThatThrownBy(() -> registry.open("ftp://u:secret@host/x", BackendOptions.none()))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("'ftp'")
                .hasMessageContaining("local, s3")
                .hasMessageContaining("local: before it")
                .hasMessageNotContaining("secret");
    }

    @Test
    void an_empty_location_is_refused() {
        assertThatThrownBy(() -> registry.open("", BackendOptions.none()))
                .isInstanceOf(BackendException.Rejected.class);
    }

    @Test
    void others_are_not_looked_for_when_the_provider_is_at_hand() throws IOException {
        BackendRegistry started = new BackendRegistry(List.of(local), () -> {
            throw new AssertionError("looked for others");
        });
        started.open("/srv/backup", BackendOptions.none());

        assertThat(local.last).isEqualTo(new BackendLocation("local", "/srv/backup"));
    }

    @Test
    void others_are_looked_for_when_one_of_them_is_needed() throws IOException {
        BackendRegistry started = new BackendRegistry(List.of(local), List.of(s3));
        started.open("s3:host/bucket", BackendOptions.none());

        assertThat(s3.last.scheme()).isEqualTo("s3");
        assertThat(started.schemes()).containsExactly("local", "s3");
    }

    @Test
    void a_provider_at_hand_may_be_found_once_more() {
        BackendRegistry started = new BackendRegistry(List.of(local), List.of(new Recorder(Set.of("local")), s3));

        assertThat(started.schemes()).containsExactly("local", "s3");
    }

    @Test
    void two_providers_of_one_scheme_are_a_mistake_in_the_program() {
        BackendProvider rival = new Recorder(Set.of("s3")) {};
        assertThatThrownBy(() -> new BackendRegistry(List.of(s3, rival)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("s3");
    }

    @ParameterizedTest
    @CsvSource({
        "rest:https://user:secret@host:8000/path/, rest:https://user:***@host:8000/path/",
        "rest:https://user:se@cret@host/, rest:https://user:***@host/",
        "rest:https://user:secret/more@host/, rest:https://user:***@host/",
        "rest:https://:secret@host/, rest:https://:***@host/",
        "'hotcold:rest:http://a:one@host/,rest:http://b:two@host/', 'hotcold:rest:http://a:***@host/,rest:http://b:***@host/'"
    })
    void a_password_in_a_url_is_masked(String location, String expected) {
        assertThat(BackendRegistry.display(location)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/srv/a:b@c",
                "rest:https://host:8000/a@b/",
                "rest:https://user@host/",
                "sftp:user@host:/srv",
                "sftp://user@host:2222//srv/a@b",
                "s3:host/bucket",
                "rest:http+unix:///run/x.sock:/path/"
            })
    void a_location_without_password_is_shown_as_it_is(String location) {
        assertThat(BackendRegistry.display(location)).isEqualTo(location);
    }

    private static class Recorder implements BackendProvider {

        private final Set<String> schemes;
        private BackendLocation last = new BackendLocation("none", "");

        Recorder(Set<String> schemes) {
            this.schemes = schemes;
        }

        @Override
        public Set<String> schemes() {
            return schemes;
        }

        @Override
        public Backend create(BackendLocation location, BackendOptions options) {
            return open(location, options);
        }

        @Override
        public Backend open(BackendLocation location, BackendOptions options) {
            last = location;
            return new MemoryBackend();
        }
    }
}
