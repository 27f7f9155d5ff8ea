package dev.coffer.backend.sftp.ssh;

import dev.coffer.backend.BackendException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How to reach and log in to one host.
 *
 * @param name of the host, as the user wrote it
 * @param hostName where it really is
 * @param keyName under which its key is known
 * @param keyPort with which its key is known: as in {@code ssh}, an alias stands for the host with its port
 * @param identityFiles private keys to try
 * @param identitiesOnly whether to try no others that the agent may have
 * @param agent path of the agent's socket, if there is one
 * @param knownHosts files with keys of hosts; the first one is for new ones
 * @param unknownHosts what to do about a host that is in none
 * @param jumps hosts to go through, the first one first
 * @param aliveInterval how often to ask an idle server whether it is there
 * @param aliveCount how many such questions may go unanswered
 */
record HostSettings(
        String name,
        String hostName,
        int port,
        String user,
        String keyName,
        int keyPort,
        List<Path> identityFiles,
        boolean identitiesOnly,
        Optional<Path> agent,
        List<Path> knownHosts,
        UnknownHosts unknownHosts,
        List<String> jumps,
        Duration connectTimeout,
        Duration aliveInterval,
        int aliveCount) {

    /** What to do about a host whose key is not known. */
    enum UnknownHosts {
        REFUSE,
        ADD
    }

    /**
     * Looks a host up.
     *
     * @param user given by the user, which counts more than the configuration; as does the port
     * @throws BackendException.Rejected if the configuration asks for what is not possible here
     */
    static HostSettings of(
            String host, Optional<String> user, OptionalInt port, SshConfig config, Map<String, String> environment)
            throws BackendException.Rejected {
        Map<String, String> given = new HashMap<>();
        user.ifPresent(name -> given.put("user", name));
        port.ifPresent(number -> given.put("port", String.valueOf(number)));
        return new SettingsReader(new HostLookup(host, given).run(config), config.home(), environment).read();
    }
}
