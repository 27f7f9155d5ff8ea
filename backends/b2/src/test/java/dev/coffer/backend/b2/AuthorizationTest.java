package dev.coffer.backend.b2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AuthorizationTest {

    private static final String ANSWER = """
            {"accountId": "a1", "authorizationToken": "secret-token", "apiInfo": {"storageApi": {
              "apiUrl": "https://api001.example.com", "downloadUrl": "https://f001.example.com",
              "allowed": {"buckets": %s, "capabilities": ["listFiles", "readFiles"], "namePrefix": null}}}}
            """;

    @Test
    void a_key_may_be_restricted_to_several_buckets() throws IOException {
        Authorization authorization = parse(
                "[{\"id\": \"i1\", \"name\": \"one\"}, {\"id\": \"i2\", \"name\": \"two\"}, {\"id\": \"i3\", \"name\": null}]");

        assertThat(authorization.buckets()).containsExactlyInAnyOrder(new Bucket("i1", "one"), new Bucket("i2", "two"));
    }

    @Test
    void a_key_without_restriction_names_no_buckets() throws IOException {
        Authorization authorization = parse("null");

        assertThat(authorization.buckets()).isEmpty();
        assertThat(authorization.permits("readFiles")).isTrue();
        assertThat(authorization.permits("deleteFiles")).isFalse();
        assertThat(authorization.call("b2_list_buckets"))
                .hasToString("https://api001.example.com/b2api/v4/b2_list_buckets");
    }

    @Test
    void an_answer_that_lacks_something_makes_no_sense() {
        assertThatThrownBy(() -> Authorization.of(Json.object("accountId", Json.of("a1"))))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("authorizationToken");
    }

    @Test
    void the_token_is_not_told() throws IOException {
        assertThat(parse("null")).asString().doesNotContain("secret-token");
    }

    private static Authorization parse(String buckets) throws IOException {
        return Authorization.of(Json.parse(ANSWER.formatted(buckets).getBytes(StandardCharsets.UTF_8)));
    }
}
