package dev.coffer.backend.sftp.ssh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects what the configuration says about one host, from top to bottom: the first value of each keyword counts, except for
 * those that may be given several times. For one thread.
 */
final class HostLookup {

    private static final Set<String> CUMULATIVE = Set.of("identityfile", "certificatefile");

    private final String originalHost;
    private final Map<String, List<String>> values = new HashMap<>();

    /** @param given keywords that the user has decided on elsewhere */
    HostLookup(String originalHost, Map<String, String> given) {
        this.originalHost = originalHost;
        given.forEach((keyword, value) -> values.put(keyword, List.of(value)));
    }

    HostLookup run(SshConfig config) {
        for (SshConfig.Directive directive : config.directives()) {
            if (directive.applies().test(this)) {
                add(directive.keyword(), directive.values());
            }
        }
        return this;
    }

    private void add(String keyword, List<String> added) {
        if (CUMULATIVE.contains(keyword)) {
            values.computeIfAbsent(keyword, _ -> new ArrayList<>()).addAll(added);
        } else {
            values.putIfAbsent(keyword, added);
        }
    }

    static String localUser() {
        return System.getProperty("user.name", "");
    }

    /** As the user wrote it. */
    String originalHost() {
        return originalHost;
    }

    /** As far as it is known by now. */
    String hostName() {
        return value("hostname").map(name -> name.replace("%h", originalHost)).orElse(originalHost);
    }

    String user() {
        return value("user").orElse(localUser());
    }

    Optional<String> value(String keyword) {
        return values(keyword).stream().findFirst();
    }

    List<String> values(String keyword) {
        return values.getOrDefault(keyword, List.of());
    }
}
