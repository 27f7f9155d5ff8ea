package dev.coffer.backend.sftp.ssh;

import dev.coffer.backend.BackendException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.PasswordIdentityProvider;
import org.apache.sshd.client.config.hosts.HostConfigEntry;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.net.SshdSocketAddress;

/**
 * Logs in to a host, through others if its settings say so.
 *
 * @param environment of this process
 */
record SshLogin(
        SshClient client, SshConfig config, Map<String, String> environment, KeyFiles keyFiles, SecretSource password) {

    private static final int MOST_JUMPS = 10;
    private static final Duration LONGEST_LOGIN = Duration.ofMinutes(2);

    ClientSession run(HostSettings target) throws IOException {
        return reach(target, target.jumps(), MOST_JUMPS);
    }

    private ClientSession reach(HostSettings target, List<String> jumps, int left) throws IOException {
        if (left == 0) {
            throw new BackendException.Rejected(
                    "the SSH configuration has too many hosts to jump through to " + target.name(), null);
        }
        return jumps.isEmpty()
                ? login(target, target.hostName(), target.port())
                : through(reachLast(jumps, left - 1), target);
    }

    /** The last host before the target is reached through those before it or, if there are none, as its own settings say. */
    private ClientSession reachLast(List<String> jumps, int left) throws IOException {
        HostSettings last = Jump.parse(jumps.getLast()).settings(config, environment);
        List<String> before = jumps.subList(0, jumps.size() - 1);
        return reach(last, before.isEmpty() ? last.jumps() : before, left);
    }

    private ClientSession through(ClientSession jump, HostSettings target) throws IOException {
        try {
            SshdSocketAddress entrance = jump.createLocalPortForwardingTracker(
                            new SshdSocketAddress("127.0.0.1", 0),
                            new SshdSocketAddress(target.hostName(), target.port()))
                    .getBoundAddress();
            ClientSession session = login(target, entrance.getHostName(), entrance.getPort());
            session.addCloseFutureListener(_ -> jump.close(true));
            return session;
        } catch (IOException | RuntimeException | Error e) {
            jump.close(true);
            throw e;
        }
    }

    /** @param host where to connect to, which is not the target itself if another host passes it on; as is the port */
    private ClientSession login(HostSettings target, String host, int port) throws IOException {
        LoginAttempt attempt = new LoginAttempt(target, KnownHosts.of(target));
        HostConfigEntry entry = new HostConfigEntry("", host, port, target.user());
        ClientSession session;
        try {
            session = client.connect(entry, attempt.context(), null)
                    .verify(target.connectTimeout())
                    .getSession();
        } catch (IOException | RuntimeException e) {
            throw SshFailures.explainConnect(target, e);
        }
        try {
            session.setKeyIdentityProvider(KeyIdentityProvider.wrapKeyPairs(keyFiles.read(attempt)));
            session.setPasswordIdentityProvider(passwords(attempt));
            session.auth().verify(LONGEST_LOGIN);
            return session;
        } catch (IOException | RuntimeException e) {
            session.close(true);
            throw SshFailures.explainLogin(attempt, e);
        }
    }

    private PasswordIdentityProvider passwords(LoginAttempt attempt) {
        return _ -> {
            try {
                Optional<String> secret = password.read();
                attempt.note(
                        secret.isPresent()
                                ? "a password was offered"
                                : "no password was given (" + password.howToGive() + ")");
                return secret.map(List::of).orElse(List.of());
            } catch (BackendException e) {
                attempt.refuse(e);
                throw e;
            }
        };
    }
}
