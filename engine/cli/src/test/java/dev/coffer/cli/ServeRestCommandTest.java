package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that do not start, for reasons that users should understand. */
class ServeRestCommandTest {

    @TempDir
    Path home;

    private Path backups;

    @BeforeEach
    void makeFolder() throws IOException {
        backups = Files.createDirectory(home.resolve("backups"));
    }

    private void fails(String reason, String... options) {
        List<String> arguments = new ArrayList<>(List.of("serve", "rest", "--listen", "127.0.0.1:0"));
        arguments.addAll(List.of(options));
        CliRun.Result result = CliRun.at(home).run(arguments.toArray(String[]::new));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains(reason).doesNotContain("Exception");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void it_has_to_be_said_that_everybody_may_use_it() {
        fails("--no-auth to let everybody in", backups.toString());
        fails("exclude each other", backups.toString(), "--no-auth", "--htpasswd-file", "any");
        fails("there are none", backups.toString(), "--no-auth", "--private-repos");
    }

    @Test
    void a_password_file_must_be_there() {
        fails("it does not exist; make one by 'htpasswd", backups.toString(), "--htpasswd-file", "/nowhere/htpasswd");
    }

    @Test
    void a_place_must_be_there() {
        fails(
                "There is no such place as " + home.resolve("none"),
                home.resolve("none").toString(),
                "--no-auth");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8000", "here", ":x", ":70000", "127.0.0.1"})
    void an_address_has_a_port(String address) {
        fails("--listen wants a host and a port", backups.toString(), "--no-auth", "--listen", address);
    }

    @Test
    void a_port_may_be_taken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + other.getLocalPort();
            fails(
                    "cannot listen at " + address + ": Address already in use; choose another port",
                    backups.toString(),
                    "--no-auth",
                    "--listen",
                    address);
        }
    }

    @Test
    void a_certificate_must_be_readable_and_have_its_key() throws IOException {
        String nothing = Files.writeString(home.resolve("cert.pem"), "nothing").toString();

        fails("belong together", backups.toString(), "--no-auth", "--tls-cert", nothing);
        fails(
                "cannot read the file of --tls-cert",
                backups.toString(),
                "--no-auth",
                "--tls-cert",
                "/no/c",
                "--tls-key",
                nothing);
        fails(
                nothing + " holds no certificate",
                backups.toString(),
                "--no-auth",
                "--tls-cert",
                nothing,
                "--tls-key",
                nothing);
    }

    @Test
    void a_temporary_folder_must_be_there() {
        fails("Cannot keep uploads in /nowhere", backups.toString(), "--no-auth", "--temp-dir", "/nowhere");
    }

    @ParameterizedTest
    @CsvSource({
        "/srv/backups, /srv/backups/alice/laptop",
        "/srv/backups/, /srv/backups/alice/laptop",
        "s3:host/bucket, s3:host/bucket/alice/laptop",
        "gs:bucket:/, gs:bucket:/alice/laptop",
        "rclone:remote:, rclone:remote:alice/laptop",
        "rest:https://host/, rest:https://host/alice/laptop"
    })
    void repositories_are_below_the_location(String base, String repository) {
        Session session = new Session(new Surroundings(
                new Environment(Map.of()),
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                Terminal.NONE));
        ServedLocation served =
                new ServedLocation(new Stores(session.environment(), session.options(), session.output()), base);

        assertThat(served.location(List.of("alice", "laptop"))).isEqualTo(repository);
        assertThat(served.location(List.of())).isEqualTo(base);
    }
}
