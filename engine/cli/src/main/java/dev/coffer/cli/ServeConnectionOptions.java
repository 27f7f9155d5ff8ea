package dev.coffer.cli;

import dev.coffer.backend.http.ServerCertificate;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a server listens, and how. */
final class ServeConnectionOptions {

    private static final int MAX_PORT = 65_535;

    @Option(
            names = "--listen",
            paramLabel = "[HOST]:PORT",
            description = "Listen there; without a host, on all addresses of this machine (default: :8000).")
    String address = ":8000";

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "PEM file with the server's certificate and those that lead to it. Needs --tls-key.")
    @Nullable
    String certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "PEM file with the private key of that certificate.")
    @Nullable
    String key;

    InetSocketAddress address() throws BadRequest {
        int colon = address.lastIndexOf(':');
        String host = colon < 0 ? "" : address.substring(0, colon);
        String port = address.substring(colon + 1);
        try {
            int number = Integer.parseInt(port);
            if (colon >= 0 && number >= 0 && number <= MAX_PORT) {
                return host.isEmpty() ? new InetSocketAddress(number) : new InetSocketAddress(host, number);
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new BadRequest(
                "--listen wants a host and a port, such as 127.0.0.1:8000 or :8000, not '" + address + "'.");
    }

    /** Empty: connections are not encrypted. */
    Optional<SSLContext> tls() throws IOException {
        if (certificate == null && key == null) {
            return Optional.empty();
        }
        if (certificate == null || key == null) {
            throw new BadRequest("--tls-cert and --tls-key belong together; give both, which may be the same file.");
        }
        return Optional.of(ServerCertificate.load(certificate, key));
    }
}
