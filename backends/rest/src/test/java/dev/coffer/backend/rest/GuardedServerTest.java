package dev.coffer.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.ContractFiles;
import dev.coffer.backend.contract.SelfSigned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that do not let everybody do everything. */
@Timeout(60)
class GuardedServerTest {

    private static final Handle PACK = ContractFiles.file(FileType.PACK, "pack");
    private static final Handle LOCK = ContractFiles.file(FileType.LOCK, "lock");
    private static final byte[] BYTES = {1, 2, 3};

    /** User {@code alice} with password {@code secret}. */
    private static final String PASSWORDS = "alice:{SHA}5en6G6MezRroT3XKqkdPOmY/BfQ=\n";

    @TempDir
    private Path folder;

    private enum Kind {
        RCLONE,
        ORIGINAL
    }

    private RestServer start(Kind kind, String... options) {
        return switch (kind) {
            case RCLONE -> RestServer.rclone(folder, options);
            case ORIGINAL -> RestServer.original(folder, options);
        };
    }

    private RestServer startWithPasswords(Kind kind) throws IOException {
        Path passwords = Files.writeString(folder.resolve("passwords"), PASSWORDS);
        return start(kind, "--private-repos", "--htpasswd-file", passwords.toString());
    }

    private static BackendLocation location(String user, RestServer server, String path) {
        return new BackendLocation(
                "rest", "http://" + user + "127.0.0.1:" + server.address().getPort() + path);
    }

    private static Backend create(BackendLocation location, Map<String, String> environment) throws IOException {
        return new RestProvider().create(location, new BackendOptions(Map.of(), environment));
    }

    @ParameterizedTest
    @EnumSource
    void a_server_that_only_takes_keeps_everything_but_locks(Kind kind) throws IOException {
        try (RestServer server = start(kind, "--append-only");
                Backend backend = create(location("", server, "/"), Map.of())) {
            backend.save(PACK, Content.of(BYTES));
            backend.save(LOCK, Content.of(BYTES));
            backend.remove(LOCK);

            assertThatThrownBy(() -> backend.remove(PACK))
                    .isInstanceOf(BackendException.Denied.class)
                    .hasMessageContaining(PACK.name());
            assertThatThrownBy(() -> backend.save(PACK, Content.of(new byte[] {9})))
                    .isInstanceOf(BackendException.Denied.class);
            assertThat(backend.load(PACK)).isEqualTo(BYTES);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_there_already_counts_as_saved(Kind kind) throws IOException {
        try (RestServer server = start(kind, "--append-only");
                Backend backend = create(location("", server, "/"), Map.of())) {
            backend.save(PACK, Content.of(BYTES));
            backend.save(PACK, Content.of(BYTES));

            assertThat(backend.load(PACK)).isEqualTo(BYTES);
        }
    }

    @ParameterizedTest
    @EnumSource
    void user_and_password_come_from_the_address_or_the_environment(Kind kind) throws IOException {
        try (RestServer server = startWithPasswords(kind);
                Backend byAddress = create(location("alice:secret@", server, "/alice/a"), Map.of());
                Backend byRestic = create(
                        location("", server, "/alice/b"),
                        Map.of("RESTIC_REST_USERNAME", "alice", "RESTIC_REST_PASSWORD", "secret"));
                Backend byStash = create(
                        location("", server, "/alice/c"),
                        Map.of("REST_SERVER_USERNAME", "alice", "REST_SERVER_PASSWORD", "secret"))) {
            for (Backend backend : new Backend[] {byAddress, byRestic, byStash}) {
                backend.save(PACK, Content.of(BYTES));
                assertThat(backend.load(PACK)).isEqualTo(BYTES);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_is_not_known_is_told_what_to_do(Kind kind) throws IOException {
        try (RestServer server = startWithPasswords(kind)) {
            assertThatThrownBy(() -> create(location("alice:wrong-one@", server, "/alice/"), Map.of()))
                    .isInstanceOf(BackendException.Denied.class)
                    .hasMessageContaining("RESTIC_REST_PASSWORD")
                    .hasMessageNotContaining("wrong-one");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_folder_of_somebody_else_is_denied(Kind kind) throws IOException {
        try (RestServer server = startWithPasswords(kind)) {
            assertThatThrownBy(() -> create(location("alice:secret@", server, "/bob/"), Map.of()))
                    .isInstanceOf(BackendException.Denied.class);
        }
    }

    @Test
    void a_server_may_want_a_certificate() throws IOException {
        SelfSigned host = SelfSigned.create(folder, "host", "IP:127.0.0.1");
        SelfSigned client = SelfSigned.create(folder, "client", "DNS:client.example");
        Map<String, String> stranger = Map.of("http.cacert", host.certificate().toString());
        Map<String, String> known = Map.of(
                "http.cacert",
                host.certificate().toString(),
                "http.tls-client-cert",
                client.both().toString());
        try (RestServer server = startWithTls(host, client);
                Backend backend = createOverTls(server, known)) {
            backend.save(PACK, Content.of(BYTES));

            assertThat(backend.load(PACK)).isEqualTo(BYTES);
            assertThatThrownBy(() -> createOverTls(server, stranger))
                    .isInstanceOf(BackendException.Denied.class)
                    .hasMessageContaining("certificate");
        }
    }

    private RestServer startWithTls(SelfSigned host, SelfSigned client) throws IOException {
        return RestServer.rclone(
                Files.createDirectory(folder.resolve("repositories")),
                "--cert",
                host.certificate().toString(),
                "--key",
                host.key().toString(),
                "--client-ca",
                client.certificate().toString());
    }

    private static Backend createOverTls(RestServer server, Map<String, String> options) throws IOException {
        String url = "https://127.0.0.1:" + server.address().getPort() + "/";
        return new RestProvider().create(new BackendLocation("rest", url), new BackendOptions(options, Map.of()));
    }
}
