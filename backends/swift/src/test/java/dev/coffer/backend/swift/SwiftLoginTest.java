package dev.coffer.backend.swift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpSettings;
import dev.coffer.backend.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the environment to a token. */
class SwiftLoginTest {

    private final FakeSwift swift = new FakeSwift();
    private final Http http = Http.of(HttpSettings.of(BackendOptions.none()));

    SwiftLoginTest() throws IOException {}

    @AfterEach
    void close() {
        http.close();
        swift.close();
    }

    @Test
    void version_1_takes_user_and_key() throws IOException {
        Session session = login("ST_AUTH=/auth/v1.0", "ST_USER=demo", "ST_KEY=correct horse");

        assertThat(session.storage()).hasToString(swift.url() + "/v1/AUTH_backup");
        assertThat(swift.keystone().accepts(session.token().value())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OS_TENANT_NAME=backup", "OS_TENANT_ID=p1", "OS_PROJECT_NAME=backup"})
    void version_2_takes_user_password_and_tenant(String tenant) throws IOException {
        Session session = login("OS_AUTH_URL=/identity/v2.0/", "OS_USERNAME=demo", "OS_PASSWORD=correct horse", tenant);

        assertThat(session.storage()).hasToString(swift.url() + "/region-one/v1/AUTH_backup");
        assertThat(swift.keystone().accepts(session.token().value())).isTrue();
    }

    @Test
    void version_2_takes_an_api_key_of_rackspace() throws IOException {
        Session session = login(
                "OS_AUTH_URL=/identity/v2.0",
                "OS_USERNAME=demo",
                "OS_PASSWORD=" + FakeKeystone.API_KEY,
                "OS_TENANT_NAME=backup");

        assertThat(swift.keystone().accepts(session.token().value())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OS_USERNAME=demo,OS_USER_DOMAIN_NAME=Default,OS_PROJECT_NAME=backup",
                "OS_USERNAME=demo,OS_USER_DOMAIN_ID=default,OS_PROJECT_ID=p1",
                "OS_USERNAME=demo,OS_TENANT_NAME=backup",
                "OS_USER_ID=u1,OS_TENANT_ID=p1",
                "ST_USER=demo,OS_DOMAIN_NAME=Default",
                "OS_USERNAME=demo,OS_TRUST_ID=t1"
            })
    void version_3_takes_a_user_and_what_the_token_is_for(String variables) throws IOException {
        Session session = login(("OS_AUTH_URL=/identity/v3,OS_PASSWORD=correct horse," + variables).split(","));

        assertThat(session.storage()).hasToString(swift.url() + "/region-one/v1/AUTH_backup");
        assertThat(swift.keystone().accepts(session.token().value())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OS_APPLICATION_CREDENTIAL_ID=c1",
                "OS_APPLICATION_CREDENTIAL_NAME=coffer,OS_USERNAME=demo,OS_USER_DOMAIN_NAME=Default",
                "OS_APPLICATION_CREDENTIAL_NAME=coffer,OS_USER_ID=u1",
                "OS_APPLICATION_CREDENTIAL_ID=c1,OS_PROJECT_NAME=ignored"
            })
    void version_3_takes_application_credentials_which_know_their_project(String variables) throws IOException {
        Session session = login(
                ("OS_AUTH_URL=/identity/v3,OS_APPLICATION_CREDENTIAL_SECRET=correct horse," + variables).split(","));

        assertThat(swift.keystone().accepts(session.token().value())).isTrue();
    }

    /** Each line: what is set, and the scope that is asked for. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OS_PROJECT_NAME=p                                | {\"project\":{\"name\":\"p\",\"domain\":{\"id\":\"default\"}}}",
                "OS_PROJECT_NAME=p,OS_USER_DOMAIN_NAME=d          | {\"project\":{\"name\":\"p\",\"domain\":{\"name\":\"d\"}}}",
                "OS_PROJECT_NAME=p,OS_USER_DOMAIN_ID=d            | {\"project\":{\"name\":\"p\",\"domain\":{\"id\":\"d\"}}}",
                "OS_PROJECT_NAME=p,OS_PROJECT_DOMAIN_NAME=d       | {\"project\":{\"name\":\"p\",\"domain\":{\"name\":\"d\"}}}",
                "OS_PROJECT_NAME=p,OS_PROJECT_DOMAIN_ID=d         | {\"project\":{\"name\":\"p\",\"domain\":{\"id\":\"d\"}}}",
                "OS_PROJECT_NAME=p,OS_TENANT_ID=i                 | {\"project\":{\"id\":\"i\"}}",
                "OS_DOMAIN_ID=d                                   | {\"domain\":{\"id\":\"d\"}}",
                "OS_PROJECT_NAME=p,OS_TRUST_ID=t                  | {\"OS-TRUST:trust\":{\"id\":\"t\"}}"
            })
    void the_scope_is_the_narrowest_that_is_named(String variables, String scope) throws Exception {
        Authenticator authenticator =
                authenticator(("OS_AUTH_URL=/identity/v3,OS_USERNAME=u,OS_PASSWORD=p," + variables).split(","));
        assertThatThrownBy(() -> authenticator.authenticate(http)).isInstanceOf(BackendException.Denied.class);

        Json auth = swift.keystone().logins().getFirst().get("auth").orElseThrow();
        assertThat(auth.get("scope")).contains(Json.parse(scope.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "OS_REGION_NAME=Two, two",
        "OS_INTERFACE=internal, inner",
        "OS_ENDPOINT_TYPE=internalURL, inner",
        "OS_INTERFACE=publicURL, one"
    })
    void region_and_interface_choose_the_endpoint(String variable, String region) throws IOException {
        for (String version : new String[] {"v2.0", "v3"}) {
            Session session = login(
                    "OS_AUTH_URL=/identity/" + version,
                    "OS_USERNAME=demo",
                    "OS_PASSWORD=correct horse",
                    "OS_PROJECT_NAME=backup",
                    variable);

            assertThat(session.storage()).hasToString(swift.url() + "/region-" + region + "/v1/AUTH_backup");
        }
    }

    @Test
    void a_region_that_is_not_there_is_told_with_those_that_are() {
        assertThatThrownBy(() -> login(
                        "OS_AUTH_URL=/identity/v3",
                        "OS_USERNAME=demo",
                        "OS_PASSWORD=correct horse",
                        "OS_PROJECT_NAME=backup",
                        "OS_REGION_NAME=Three"))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("Three")
                .hasMessageContaining("One (internal), One (public), Two (public)");
    }

    @Test
    void a_login_without_project_has_no_catalog_which_is_told() {
        assertThatThrownBy(() -> login("OS_AUTH_URL=/identity/v3", "OS_USERNAME=demo", "OS_PASSWORD=correct horse"))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("OS_PROJECT_NAME");
    }

    @Test
    void a_given_token_needs_no_login() throws IOException {
        Session session = login("OS_STORAGE_URL=/somewhere/", "OS_AUTH_TOKEN=abc");

        assertThat(session.storage()).hasToString(swift.url() + "/somewhere");
        assertThat(session.token().value()).isEqualTo("abc");
        assertThat(swift.keystone().logins()).isEmpty();
    }

    @Test
    void a_given_token_is_followed_by_a_login_if_there_is_a_password() throws IOException {
        Authenticator authenticator = authenticator(
                "OS_STORAGE_URL=/somewhere",
                "OS_AUTH_TOKEN=abc",
                "OS_AUTH_URL=/auth/v1.0",
                "OS_USERNAME=demo",
                "OS_PASSWORD=correct horse");

        assertThat(authenticator.authenticate(http).token().value()).isEqualTo("abc");
        assertThat(swift.keystone()
                        .accepts(authenticator.authenticate(http).token().value()))
                .isTrue();
    }

    @Test
    void a_token_without_storage_is_exchanged_for_one_with_a_catalog() throws IOException {
        Session first = login("ST_AUTH=/auth/v1.0", "ST_USER=demo", "ST_KEY=correct horse");
        Session second = login(
                "OS_AUTH_URL=/identity/v3", "OS_AUTH_TOKEN=" + first.token().value(), "OS_PROJECT_ID=p1");

        assertThat(second.token()).isNotEqualTo(first.token());
    }

    @Test
    void a_storage_that_is_named_is_used_instead_of_the_catalogs() throws IOException {
        Session session = login(
                "OS_AUTH_URL=/identity/v3",
                "OS_USERNAME=demo",
                "OS_PASSWORD=correct horse",
                "OS_PROJECT_NAME=backup",
                "OS_STORAGE_URL=/elsewhere");

        assertThat(session.storage()).hasToString(swift.url() + "/elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/v1.0", "/identity/v2.0", "/identity/v3"})
    void a_wrong_password_is_denied_and_not_told(String address) {
        assertThatThrownBy(() -> login(
                        "OS_AUTH_URL=" + address,
                        "OS_USERNAME=demo",
                        "OS_PASSWORD=wrong-password",
                        "OS_PROJECT_NAME=backup"))
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining("log in to Swift")
                .hasMessageContaining("401")
                .hasMessageNotContaining("wrong-password");
    }

    @Test
    void an_address_without_keystone_is_rejected() {
        assertThatThrownBy(() -> login("OS_AUTH_URL=/nowhere/v3", "OS_USERNAME=demo", "OS_PASSWORD=x"))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("OS_AUTH_URL");
    }

    @ParameterizedTest
    @CsvSource({
        "'', OS_AUTH_URL",
        "OS_AUTH_URL=/identity/v3, OS_USERNAME",
        "'OS_AUTH_URL=/identity/v3,OS_USERNAME=demo', OS_PASSWORD",
        "'OS_AUTH_URL=/identity/v3,OS_APPLICATION_CREDENTIAL_ID=c1', OS_APPLICATION_CREDENTIAL_SECRET",
        "'ST_AUTH=/auth/v1.0,ST_USER=demo', ST_KEY",
        "OS_AUTH_TOKEN=abc, OS_AUTH_URL"
    })
    void what_is_missing_is_told_before_anything_is_asked(String variables, String missing) {
        assertThatThrownBy(() -> authenticator(variables.split(",")))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining(missing + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "2", "2.0"})
    void an_address_without_version_is_completed_if_the_version_is_known(String version) {
        assertThatCode(() -> login(
                        "OS_AUTH_URL=/identity",
                        "OS_IDENTITY_API_VERSION=" + version,
                        "OS_USERNAME=demo",
                        "OS_PASSWORD=correct horse",
                        "OS_PROJECT_NAME=backup"))
                .doesNotThrowAnyException();
    }

    @Test
    void an_address_without_version_is_rejected_else() {
        assertThatThrownBy(() -> authenticator("OS_AUTH_URL=/identity", "OS_USERNAME=demo", "OS_PASSWORD=x"))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("/v3");
    }

    private Session login(String... variables) throws IOException {
        return authenticator(variables).authenticate(http);
    }

    /** A value that starts with a slash is on the server. */
    private Authenticator authenticator(String... variables) throws BackendException {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables) {
            String[] pair = variable.split("=", 2);
            if (pair.length == 2) {
                environment.put(pair[0], pair[1].startsWith("/") ? swift.url() + pair[1] : pair[1]);
            }
        }
        return new SwiftEnvironment(environment).authenticator();
    }
}
