package dev.coffer.cli;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendRegistry;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.server.AccessLog;
import dev.coffer.server.RestServer;
import dev.coffer.server.Rules;
import dev.coffer.server.ServerSettings;
import dev.coffer.server.ServerSettings.MetricsAudience;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Serves repositories until it is asked to stop. */
@Command(
        name = "rest",
        description = {
            "Serve repositories by restic's REST protocol, for restic and for Coffer.",
            "",
            "Clients find the repository in the folder alice/laptop of LOCATION at rest:http://HOST:PORT/alice/laptop/."
                    + " The server needs no password of any repository."
        },
        footerHeading = "%nExample:%n",
        footer = "  coffer serve rest /srv/backups --htpasswd-file /etc/coffer/htpasswd --private-repos --append-only")
final class ServeRestCommand implements Task {

    private final Session session;

    @Mixin
    final ServeConnectionOptions connection = new ServeConnectionOptions();

    @Mixin
    final ServeAccessOptions access = new ServeAccessOptions();

    @Option(names = "--prometheus", description = "Have metrics for Prometheus at /metrics, for users.")
    boolean metrics;

    @Option(names = "--prometheus-no-auth", description = "Have them there for everybody.")
    boolean publicMetrics;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Append a line for each request to this file; - is standard output.")
    @Nullable
    String log;

    @Option(
            names = "--temp-dir",
            paramLabel = "DIR",
            description = "Keep uploads there that do not fit into memory (default: the system's temporary folder).")
    Path temporaryFolder = Path.of(System.getProperty("java.io.tmpdir"));

    @Parameters(
            paramLabel = "LOCATION",
            description = "Where the repositories are: a folder, or any location that --repo would take.")
    String location = "";

    ServeRestCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        Optional<Path> passwords = access.passwordFile();
        Rules rules = access.rules();
        InetSocketAddress address = connection.address();
        Optional<SSLContext> tls = connection.tls();
        requireFolder(temporaryFolder);
        ServedLocation served =
                new ServedLocation(new Stores(session.environment(), session.options(), session.output()), location);
        requirePlace(served);
        ServerSettings settings = ServerSettings.at(address, temporaryFolder)
                .withRules(rules)
                .withMetrics(audience())
                .withAccessLog(accessLog())
                .withMessages(session.output()::message);
        settings = tls.map(settings::withTls).orElse(settings);
        settings = passwords.map(settings::withPasswordFile).orElse(settings);
        serve(settings, served);
        return ExitCode.OK;
    }

    private static void requireFolder(Path folder) throws BadRequest {
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new BadRequest(
                    "Cannot keep uploads in " + folder + ": give --temp-dir a folder that can be written to.");
        }
    }

    /** A disk that is not mounted shall be noticed now. */
    private static void requirePlace(ServedLocation served) throws IOException {
        try (Closeable _ = served.open(List.of())) {
            // It is there.
        } catch (BackendException.Missing e) {
            throw new BadRequest("There is no such place as " + BackendRegistry.display(served.base()) + ": "
                    + e.getMessage() + ". Make it first.");
        }
    }

    private MetricsAudience audience() {
        if (publicMetrics) {
            return MetricsAudience.EVERYBODY;
        }
        return metrics ? MetricsAudience.USERS : MetricsAudience.NOBODY;
    }

    /** Each line is written at once, so the file may stay open until the process ends. */
    private AccessLog accessLog() throws IOException {
        if (log == null) {
            return AccessLog.none();
        }
        return AccessLog.to(
                log.equals("-")
                        ? session.surroundings().out()
                        : Files.newOutputStream(Path.of(log), StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** To be asked to stop is the usual way to end this, and no failure. */
    private void serve(ServerSettings settings, ServedLocation served) throws IOException {
        try (RestServer server = RestServer.start(settings, served)) {
            announce(settings, server.address());
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            session.say("Stopped.");
        }
    }

    private void announce(ServerSettings settings, InetSocketAddress address) throws IOException {
        if (settings.passwordFile().isEmpty()) {
            session.output().message("Everybody who can reach the server may use it (--no-auth).");
        } else if (settings.tls().isEmpty()) {
            session.output()
                    .message("Passwords cross the network unencrypted; give --tls-cert and --tls-key, or have a"
                            + " proxy in front that encrypts.");
        }
        String protocol = settings.tls().isPresent() ? "https" : "http";
        session.say("Serving " + BackendRegistry.display(location) + " at " + protocol + "://"
                + host(address) + ":" + address.getPort() + "/"
                + (settings.rules().appendOnly() ? ", append-only" : "") + ". End with Ctrl-C.");
        session.output().flush();
    }

    private static String host(InetSocketAddress address) {
        if (address.getAddress().isAnyLocalAddress()) {
            return "*";
        }
        String text = address.getAddress().getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }
}
