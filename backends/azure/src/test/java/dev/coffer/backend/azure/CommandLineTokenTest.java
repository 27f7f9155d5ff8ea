package dev.coffer.backend.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Azure's command line is stood in for by a shell, which gets the same arguments. */
class CommandLineTokenTest {

    private static CommandLineToken script(String script) {
        return new CommandLineToken(List.of("sh", "-c", script, "az"));
    }

    @Test
    void the_token_of_whoever_has_logged_in_is_used() throws IOException {
        AzureToken token = script("echo '{\"accessToken\": \"eyJ.token\", \"expires_on\": 4102444800}'")
                .fetch();

        assertThat(token.value().value()).isEqualTo("eyJ.token");
        assertThat(token.expires()).isEqualTo(Instant.ofEpochSecond(4_102_444_800L));
    }

    @Test
    void it_is_asked_for_a_token_for_storage() throws IOException {
        AzureToken token = script("printf '{\"accessToken\": \"%s\"}' \"$*\"").fetch();

        assertThat(token.value().value())
                .isEqualTo("account get-access-token --output json --resource https://storage.azure.com/");
    }

    @Test
    void nobody_who_has_logged_in_is_denied_with_what_to_do() {
        assertThatThrownBy(() -> script("exit 1").fetch())
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining("az login");
    }

    @Test
    void a_program_that_is_not_there_is_denied() {
        assertThatThrownBy(() -> new CommandLineToken(List.of("no-such-program")).fetch())
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining("cannot start az");
    }

    @Test
    void something_else_than_json_is_denied() {
        assertThatThrownBy(() -> script("echo hello").fetch()).isInstanceOf(BackendException.Denied.class);
    }
}
