package dev.coffer.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestLocationTest {

    private static final Map<String, String> RESTIC =
            Map.of("RESTIC_REST_USERNAME", "env", "RESTIC_REST_PASSWORD", "word");

    private static RestLocation parse(String path) throws BackendException {
        return RestLocation.parse(path, Map.of());
    }

    private static Optional<String> user(RestLocation location) {
        return location.authorization()
                .map(value -> value.substring("Basic ".length()))
                .map(value -> new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "http://host:8000/path/,http://host:8000/path/",
        "https://host/a/b,https://host/a/b/",
        "http://host,http://host/",
        "http://[::1]:8000/,http://[::1]:8000/",
        "http://host/my repo,http://host/my%20repo/",
        "http://host/für,http://host/f%C3%BCr/",
        "http://me:pass@host/path,http://host/path/",
    })
    void the_address_ends_with_a_slash_and_has_no_password(String path, String address) throws BackendException {
        assertThat(parse(path).base()).hasToString(address);
        assertThat(parse(path).resolve("data/")).hasToString(address + "data/");
    }

    @Test
    void user_and_password_are_in_the_address_with_special_characters_escaped() throws BackendException {
        RestLocation location = RestLocation.parse("https://me:p%40ss%2F+@host/", RESTIC);

        assertThat(user(location)).hasValue("me:p@ss/+");
        assertThat(location.display()).isEqualTo("rest:https://me:***@host/");
        assertThat(location).hasToString("rest:https://me:***@host/");
    }

    @Test
    void without_them_the_environment_counts() throws BackendException {
        RestLocation location = RestLocation.parse("https://host/", RESTIC);

        assertThat(user(location)).hasValue("env:word");
        assertThat(location.display()).isEqualTo("rest:https://host/");
    }

    @Test
    void the_names_of_stash_count_after_those_of_restic() throws BackendException {
        Map<String, String> stash = Map.of("REST_SERVER_USERNAME", "stash");

        assertThat(user(RestLocation.parse("https://host/", stash))).hasValue("stash:");
    }

    @Test
    void nobody_is_named_if_nobody_is_given() throws BackendException {
        assertThat(parse("https://host/").authorization()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http+unix:///run/rest.sock:/path,/run/rest.sock,http://localhost/path/",
        "http+unix:///run/rest.sock:/,/run/rest.sock,http://localhost/",
        "http+unix:///run/rest.sock,/run/rest.sock,http://localhost/",
    })
    void a_socket_stands_before_the_path(String path, String socket, String address) throws BackendException {
        RestLocation location = parse(path);

        assertThat(location.socket()).hasValue(Path.of(socket));
        assertThat(location.base()).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host/path",
                "ftp://me:secret@host/",
                "http://",
                "http://me:secret@/",
                "http://me:sec#ret@host/",
                "http://me:sec%ret@host/",
                "http://host/?secret",
                "http+unix://:/path",
                "http+unix:///run/rest.sock:path",
            })
    void what_is_no_address_is_refused_without_telling_the_password(String path) {
        assertThatThrownBy(() -> parse(path))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("rest:http")
                .hasMessageNotContaining("ret");
    }
}
