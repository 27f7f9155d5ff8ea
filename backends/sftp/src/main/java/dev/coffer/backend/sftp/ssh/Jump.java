package dev.coffer.backend.sftp.ssh;

import dev.coffer.backend.BackendException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host to go through, written {@code user@host:port} or {@code ssh://user@host:port}.
 *
 * @param user if it is named
 * @param port if it is named
 */
record Jump(Optional<String> user, String host, OptionalInt port) {

    private static final Pattern SYNTAX =
            Pattern.compile("(?:ssh://)?(?:(.*)@)?(?:\\[(.+)]|([^:@]+))(?::(\\d{1,5}))?/?");

    static Jump parse(String text) throws BackendException.Rejected {
        Matcher matcher = SYNTAX.matcher(text.strip());
        if (!matcher.matches()) {
            throw new BackendException.Rejected(
                    "the SSH configuration has a ProxyJump that makes no sense: " + text, null);
        }
        String address = matcher.group(2);
        String port = matcher.group(4);
        return new Jump(
                Optional.ofNullable(matcher.group(1)),
                address == null ? matcher.group(3) : address,
                port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port)));
    }

    HostSettings settings(SshConfig config, Map<String, String> environment) throws BackendException.Rejected {
        return HostSettings.of(host, user, port, config, environment);
    }
}
