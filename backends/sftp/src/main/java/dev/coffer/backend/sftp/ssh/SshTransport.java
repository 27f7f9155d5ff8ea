package dev.coffer.backend.sftp.ssh;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.sftp.protocol.SftpStreams;
import dev.coffer.backend.sftp.protocol.SftpTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.jspecify.annotations.Nullable;

/** One login by SSH, in which any number of streams run side by side. A lost one is made anew by whoever needs it next. */
public final class SshTransport implements SftpTransport {

    private final SshClient client;
    private final SshLogin login;
    private final HostSettings target;
    private @Nullable ClientSession session;

    private SshTransport(SshClient client, SshLogin login, HostSettings target) {
        this.client = client;
        this.login = login;
        this.target = target;
    }

    /**
     * Reads the user's SSH configuration. Nothing is sent yet.
     *
     * @param host a name that the configuration may know, or an address
     * @param user counts more than the configuration; as does the port
     */
    public static SshTransport to(
            String host,
            Optional<String> user,
            OptionalInt port,
            BackendOptions options,
            SecretSource password,
            SecretSource passphrase)
            throws BackendException {
        JdkSecurity.register();
        SshConfig config = SshConfig.read(home(options));
        HostSettings target = HostSettings.of(host, user, port, config, options.environment());
        SshClient client = SshClients.start(target, options.stallLimit());
        SshLogin login = new SshLogin(client, config, options.environment(), new KeyFiles(passphrase), password);
        return new SshTransport(client, login, target);
    }

    private static Path home(BackendOptions options) {
        String home = options.environment().get("HOME");
        return Path.of(home == null || home.isEmpty() ? System.getProperty("user.home", ".") : home);
    }

    @Override
    public synchronized SftpStreams connect() throws IOException {
        ClientSession open = session;
        if (open == null || !open.isOpen()) {
            open = login.run(target);
            session = open;
        }
        try {
            return ChannelStreams.open(open.createSubsystemChannel("sftp"), target.connectTimeout());
        } catch (IOException | RuntimeException e) {
            if (!SshFailures.isRefusedChannel(e)) {
                // the server has not even refused, so the next one had better log in again
                open.close(true);
            }
            throw SshFailures.explainChannel(target, e);
        }
    }

    @Override
    public boolean multiplexed() {
        return true;
    }

    /** Also ends a login that is under way. */
    @Override
    public void close() {
        client.stop();
    }
}
