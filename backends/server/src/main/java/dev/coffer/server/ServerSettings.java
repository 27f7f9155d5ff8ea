package dev.coffer.server;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/**
 * How a server is set up.
 *
 * @param address to listen at; port 0 stands for any that is free
 * @param tls with the server's certificate; empty: connections are not encrypted
 * @param passwordFile of {@code htpasswd}; empty: everybody is let in, and nobody has a name
 * @param rules what clients may do
 * @param metrics who may read them
 * @param temporaryFolder for uploads that do not fit into memory
 * @param accessLog is told about each request
 * @param messages takes what the operator should know; called by any thread
 */
public record ServerSettings(
        InetSocketAddress address,
        Optional<SSLContext> tls,
        Optional<Path> passwordFile,
        Rules rules,
        MetricsAudience metrics,
        Path temporaryFolder,
        AccessLog accessLog,
        Consumer<String> messages) {

    /** Who may read metrics. */
    public enum MetricsAudience {
        NOBODY,
        /** Whoever may use the server; where repositories are private, only the user {@code metrics}. */
        USERS,
        EVERYBODY
    }

    /** Everybody may do everything at this address, and nothing is recorded. */
    public static ServerSettings at(InetSocketAddress address, Path temporaryFolder) {
        return new ServerSettings(
                address,
                Optional.empty(),
                Optional.empty(),
                Rules.NONE,
                MetricsAudience.NOBODY,
                temporaryFolder,
                AccessLog.none(),
                _ -> {});
    }

    public ServerSettings withTls(SSLContext context) {
        return new ServerSettings(
                address, Optional.of(context), passwordFile, rules, metrics, temporaryFolder, accessLog, messages);
    }

    public ServerSettings withPasswordFile(Path file) {
        return new ServerSettings(
                address, tls, Optional.of(file), rules, metrics, temporaryFolder, accessLog, messages);
    }

    public ServerSettings withRules(Rules newRules) {
        return new ServerSettings(address, tls, passwordFile, newRules, metrics, temporaryFolder, accessLog, messages);
    }

    public ServerSettings withMetrics(MetricsAudience audience) {
        return new ServerSettings(address, tls, passwordFile, rules, audience, temporaryFolder, accessLog, messages);
    }

    public ServerSettings withAccessLog(AccessLog log) {
        return new ServerSettings(address, tls, passwordFile, rules, metrics, temporaryFolder, log, messages);
    }

    public ServerSettings withMessages(Consumer<String> listener) {
        return new ServerSettings(address, tls, passwordFile, rules, metrics, temporaryFolder, accessLog, listener);
    }
}
