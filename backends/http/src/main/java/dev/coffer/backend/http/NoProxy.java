package dev.coffer.backend.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which addresses no proxy is used for, as most programs understand {@code NO_PROXY}: separated by commas, {@code *} for
 * all, addresses and networks ({@code 10.0.0.0/8}), and names, which cover names below them as well; a name that starts
 * with a dot covers only those. Each may have a port. This machine itself is never reached through a proxy.
 */
final class NoProxy {

    private final List<Predicate<URI>> rules;

    private NoProxy(List<Predicate<URI>> rules) {
        this.rules = rules;
    }

    static NoProxy parse(String list) {
        return new NoProxy(Arrays.stream(list.split(","))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .map(NoProxy::rule)
                .toList());
    }

    boolean covers(URI target) {
        return isThisMachine(Hosts.of(target)) || rules.stream().anyMatch(rule -> rule.test(target));
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost")
                || Network.literal(host).map(InetAddress::isLoopbackAddress).orElse(false);
    }

    private static Predicate<URI> rule(String entry) {
        if (entry.equals("*")) {
            return _ -> true;
        }
        Optional<Network> network = Network.parse(entry);
        if (network.isPresent()) {
            return target -> Network.literal(Hosts.of(target))
                    .filter(network.get()::contains)
                    .isPresent();
        }
        int colon = entry.lastIndexOf(':');
        boolean hasPort = colon > 0 && entry.substring(colon + 1).chars().allMatch(Character::isDigit);
        if (!hasPort) {
            return target -> matches(entry, Hosts.of(target));
        }
        Predicate<URI> host = rule(Hosts.withoutBrackets(entry.substring(0, colon)));
        String port = entry.substring(colon + 1);
        return target -> port.equals(String.valueOf(Hosts.port(target))) && host.test(target);
    }

    private static boolean matches(String name, String host) {
        String suffix = name.startsWith("*.") ? name.substring(1) : name;
        if (suffix.startsWith(".")) {
            return host.endsWith(suffix);
        }
        return host.equals(suffix) || host.endsWith("." + suffix);
    }
}
