package dev.coffer.backend.sftp.ssh;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.sftp.ssh.HostSettings.UnknownHosts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes settings of what the configuration says, with OpenSSH's defaults for what it does not.
 *
 * @param home the user's folder
 */
record SettingsReader(HostLookup lookup, Path home, Map<String, String> environment) {

    private static final int SSH_PORT = 22;
    private static final int CONNECT_TIMEOUT = 30;
    private static final int ALIVE_INTERVAL = 60;
    private static final int ALIVE_COUNT = 5;
    private static final List<String> IDENTITIES = List.of("~/.ssh/id_ed25519", "~/.ssh/id_ecdsa", "~/.ssh/id_rsa");
    private static final List<String> KNOWN_HOSTS = List.of("~/.ssh/known_hosts", "~/.ssh/known_hosts2");
    private static final List<String> KNOWN_HOSTS_OF_THE_MACHINE =
            List.of("/etc/ssh/ssh_known_hosts", "/etc/ssh/ssh_known_hosts2");

    HostSettings read() throws BackendException.Rejected {
        refuseProxyCommand();
        return new HostSettings(
                lookup.originalHost(),
                lookup.hostName(),
                number("port", SSH_PORT),
                lookup.user(),
                lookup.value("hostkeyalias").orElse(lookup.hostName()),
                lookup.value("hostkeyalias").isPresent() ? SSH_PORT : number("port", SSH_PORT),
                paths("identityfile", IDENTITIES),
                isYes("identitiesonly"),
                agent(),
                Stream.concat(
                                paths("userknownhostsfile", KNOWN_HOSTS).stream(),
                                paths("globalknownhostsfile", KNOWN_HOSTS_OF_THE_MACHINE).stream())
                        .toList(),
                unknownHosts(),
                jumps(),
                Duration.ofSeconds(number("connecttimeout", CONNECT_TIMEOUT)),
                Duration.ofSeconds(number("serveraliveinterval", ALIVE_INTERVAL)),
                number("serveralivecountmax", ALIVE_COUNT));
    }

    private void refuseProxyCommand() throws BackendException.Rejected {
        String command = lookup.value("proxycommand").orElse("none");
        if (!command.equalsIgnoreCase("none") && jumps().isEmpty()) {
            throw new BackendException.Rejected(
                    "the SSH configuration wants a ProxyCommand for " + lookup.originalHost()
                            + ", which only ssh itself can run: use option sftp.command='ssh " + lookup.originalHost()
                            + " -s sftp'",
                    null);
        }
    }

    private int number(String keyword, int standard) throws BackendException.Rejected {
        Optional<String> value = lookup.value(keyword);
        try {
            int number = value.isEmpty() ? standard : Integer.parseInt(value.get());
            return number > 0 ? number : standard;
        } catch (NumberFormatException e) {
            throw new BackendException.Rejected(
                    "the SSH configuration has no number but '" + value.orElse("") + "' for " + keyword, e);
        }
    }

    private boolean isYes(String keyword) {
        return lookup.value(keyword).filter("yes"::equalsIgnoreCase).isPresent();
    }

    private List<Path> paths(String keyword, List<String> standard) {
        List<String> given = lookup.values(keyword);
        return (given.isEmpty() ? standard : given)
                .stream()
                        .filter(path -> !path.equalsIgnoreCase("none"))
                        .map(this::expand)
                        .map(Path::of)
                        .toList();
    }

    private String expand(String text) {
        return HomePaths.expand(text, home)
                .replace("%d", home.toString())
                .replace("%h", lookup.hostName())
                .replace("%n", lookup.originalHost())
                .replace("%p", lookup.value("port").orElse(String.valueOf(SSH_PORT)))
                .replace("%r", lookup.user())
                .replace("%u", HostLookup.localUser())
                .replace("%%", "%");
    }

    private Optional<Path> agent() {
        String given = lookup.value("identityagent").orElse("SSH_AUTH_SOCK");
        if (given.equalsIgnoreCase("none")) {
            return Optional.empty();
        }
        Optional<String> socket = given.equals("SSH_AUTH_SOCK") || given.startsWith("$")
                ? Optional.ofNullable(environment.get(given.replaceAll("[${}]", "")))
                : Optional.of(expand(given));
        return socket.filter(path -> !path.isEmpty()).map(Path::of);
    }

    /** There is nobody to be asked, so "ask" is "no". A key that has changed is refused in any case. */
    private UnknownHosts unknownHosts() {
        String given = lookup.value("stricthostkeychecking").orElse("ask").toLowerCase(Locale.ROOT);
        return switch (given) {
            case "no", "off", "accept-new" -> UnknownHosts.ADD;
            default -> UnknownHosts.REFUSE;
        };
    }

    /** A rule for all hosts also covers the one they are reached through; that one is reached directly. */
    private List<String> jumps() throws BackendException.Rejected {
        String given = lookup.value("proxyjump").orElse("none");
        if (given.equalsIgnoreCase("none")) {
            return List.of();
        }
        List<String> jumps = List.of(given.split(","));
        boolean itself = Jump.parse(jumps.getLast()).host().equalsIgnoreCase(lookup.originalHost());
        return itself ? List.of() : jumps;
    }
}
