package dev.coffer.cli;

import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.wrap.RateLimits;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** How stores are talked to. */
final class ConnectionOptions {

    private final List<String> extended = new ArrayList<>();

    @Option(
            names = "--limit-upload",
            scope = ScopeType.INHERIT,
            paramLabel = "KIB",
            description = "Upload at most so many KiB per second.")
    long uploadLimit;

    @Option(
            names = "--limit-download",
            scope = ScopeType.INHERIT,
            paramLabel = "KIB",
            description = "Download at most so many KiB per second.")
    long downloadLimit;

    @Option(
            names = "--cacert",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Trust the certificates in this PEM file instead of the system's (RESTIC_CACERT).")
    @Nullable
    String caCertificates;

    @Option(
            names = "--tls-client-cert",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "PEM file with a client certificate and its private key (RESTIC_TLS_CLIENT_CERT).")
    @Nullable
    String clientCertificate;

    @Option(
            names = "--insecure-tls",
            scope = ScopeType.INHERIT,
            description = "Do not check who the server is. Anybody may be reading along.")
    boolean insecureTls;

    @Option(
            names = "--http-user-agent",
            scope = ScopeType.INHERIT,
            paramLabel = "TEXT",
            description = "What to call ourselves in HTTP requests (RESTIC_HTTP_USER_AGENT).")
    @Nullable
    String userAgent;

    @Option(
            names = "--stuck-request-timeout",
            scope = ScopeType.INHERIT,
            paramLabel = "DURATION",
            converter = GoDuration.class,
            description = "Give up a request that makes no progress for so long (default: 5m).")
    Duration stuckRequestTimeout = Duration.ofMinutes(5);

    /** Called once for each option. */
    @Option(
            names = {"-o", "--option"},
            scope = ScopeType.INHERIT,
            paramLabel = "KEY=VALUE",
            description = "A setting of one kind of store, such as s3.connections=10. May be repeated.")
    void addExtended(String assignments) {
        extended.addAll(List.of(assignments.split(",")));
    }

    boolean insecureTls() {
        return insecureTls;
    }

    RateLimits limits() {
        return new RateLimits(limit(uploadLimit), limit(downloadLimit));
    }

    private static OptionalLong limit(long kib) {
        return kib > 0 ? OptionalLong.of(kib) : OptionalLong.empty();
    }

    /**
     * The settings for the store. Those of all kinds of HTTP are among the extended ones under {@code http.cacert},
     * {@code http.tls-client-cert}, {@code http.insecure-tls}, {@code http.user-agent} and {@code http.stuck-request-timeout}
     * (milliseconds).
     */
    BackendOptions forStore(Environment environment) throws BadRequest {
        Map<String, String> options = new HashMap<>();
        for (String assignment : extended) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw new BadRequest("-o wants KEY=VALUE, such as s3.connections=10, not '" + assignment + "'.");
            }
            options.put(
                    assignment.substring(0, equals).strip(),
                    assignment.substring(equals + 1).strip());
        }
        put(options, "http.cacert", caCertificates, environment.get("RESTIC_CACERT"));
        put(options, "http.tls-client-cert", clientCertificate, environment.get("RESTIC_TLS_CLIENT_CERT"));
        put(options, "http.user-agent", userAgent, environment.get("RESTIC_HTTP_USER_AGENT"));
        options.put("http.insecure-tls", String.valueOf(insecureTls));
        options.put("http.stuck-request-timeout", String.valueOf(stuckRequestTimeout.toMillis()));
        return new BackendOptions(options, environment.variables());
    }

    private static void put(
            Map<String, String> options, String name, @Nullable String given, Optional<String> fromEnvironment) {
        Optional.ofNullable(given).or(() -> fromEnvironment).ifPresent(value -> options.put(name, value));
    }
}
