package dev.coffer.backend.gs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Content;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoogleLoginTest {

    private static final String FILE = "GOOGLE_APPLICATION_CREDENTIALS";
    private static final String CONTENT = "GOOGLE_SERVICE_ACCOUNT_JSON_KEY";

    private static final BackendLocation LOCATION = new BackendLocation("gs", "bucket:/");

    private FakeGcs gcs;
    private FakeLogin login;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        gcs = new FakeGcs();
        login = new FakeLogin(folder);
    }

    @AfterEach
    void stop() {
        login.close();
        gcs.close();
    }

    private Backend create(Map<String, String> environment) throws IOException {
        return new GsProvider().create(LOCATION, options(environment));
    }

    private Backend open(Map<String, String> environment) throws IOException {
        return new GsProvider().open(LOCATION, options(environment));
    }

    private BackendOptions options(Map<String, String> environment) {
        return new BackendOptions(
                Map.of(
                        "gs.endpoint",
                        gcs.url(),
                        "http.cacert",
                        login.certificate().toString()),
                environment);
    }

    private String file(String name, Object content) throws IOException {
        return Files.writeString(folder.resolve(name), content.toString()).toString();
    }

    @Test
    void a_service_account_logs_in_with_its_key() throws IOException {
        login.next(FakeGcs.OWNER);
        try (Backend backend = create(Map.of(FILE, file("key.json", login.serviceAccount())))) {
            backend.save(Handle.CONFIG, Content.of(new byte[] {1}));
            assertThat(backend.load(Handle.CONFIG)).containsExactly(1);
        }
    }

    @Test
    void the_key_may_be_in_the_environment_itself() throws IOException {
        login.next(FakeGcs.OWNER);
        create(Map.of(CONTENT, login.serviceAccount().toString())).close();

        assertThat(gcs.buckets().has("bucket")).isTrue();
    }

    @Test
    void a_new_bucket_belongs_to_the_project_of_the_account_unless_another_is_named() throws IOException {
        login.next(FakeGcs.OWNER);
        create(Map.of(CONTENT, login.serviceAccount().toString())).close();

        assertThat(gcs.buckets().description("bucket").text("projectId")).contains("project-of-account");
    }

    @Test
    void a_token_that_is_no_longer_good_is_replaced() throws IOException {
        login.next(FakeGcs.OWNER).next("second");
        try (Backend backend = create(Map.of(CONTENT, login.serviceAccount().toString()))) {
            backend.save(Handle.CONFIG, Content.of(new byte[] {1}));
            gcs.revoke(FakeGcs.OWNER);
            gcs.grant("second", "storage.");
            assertThat(backend.load(Handle.CONFIG)).containsExactly(1);
        }
    }

    @Test
    void a_workload_of_another_cluster_logs_in_with_the_word_of_that() throws IOException {
        login.next(FakeGcs.OWNER);
        String configuration = file("workload.json", login.workload(file("word", FakeLogin.WORD)));
        create(Map.of(FILE, configuration, "GOOGLE_PROJECT_ID", "project")).close();

        assertThat(gcs.buckets().has("bucket")).isTrue();
    }

    @Test
    void the_file_that_gcloud_writes_is_found() throws IOException {
        login.next(FakeGcs.OWNER);
        file("application_default_credentials.json", login.serviceAccount());
        create(Map.of("CLOUDSDK_CONFIG", folder.toString())).close();

        assertThat(gcs.buckets().has("bucket")).isTrue();
    }

    @Test
    void an_account_that_is_not_known_is_denied_with_the_words_of_the_service() throws Exception {
        String key;
        try (FakeLogin other = new FakeLogin(Files.createDirectory(folder.resolve("other")))) {
            key = other.serviceAccount()
                    .with("token_uri", login.serviceAccount().get("token_uri").orElseThrow())
                    .toString();
        }

        try (Backend backend = open(Map.of(CONTENT, key))) {
            assertThatThrownBy(() -> backend.load(Handle.CONFIG))
                    .isInstanceOf(BackendException.Denied.class)
                    .hasMessageContaining("Invalid JWT Signature")
                    .hasMessageContaining(CONTENT)
                    .hasMessageNotContaining("PRIVATE KEY");
        }
    }

    @Test
    void a_service_for_tokens_that_is_busy_is_worth_another_attempt() throws IOException {
        try (Backend backend = open(Map.of(CONTENT, login.serviceAccount().toString()))) {
            assertThatThrownBy(() -> backend.load(Handle.CONFIG)).isInstanceOf(BackendException.Transient.class);
        }
    }

    @Test
    void a_file_that_is_not_there_is_denied_with_its_name() {
        assertThatThrownBy(() -> create(Map.of(FILE, folder + "/nothing.json")))
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining("nothing.json");
    }

    @Test
    void credentials_that_make_no_sense_are_denied_without_repeating_them() throws IOException {
        String nonsense = file("key.json", "{\"type\": \"service_account\", \"private_key\": \"secret\"}");

        assertThatThrownBy(() -> create(Map.of(FILE, nonsense)))
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining(FILE)
                .hasMessageNotContaining("secret");
    }
}
