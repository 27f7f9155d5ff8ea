package dev.coffer.backend.sftp.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.sshd.agent.SshAgent;
import org.apache.sshd.agent.SshAgentFactory;
import org.apache.sshd.agent.SshAgentServer;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.FactoryManager;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.session.Session;
import org.jspecify.annotations.Nullable;

/** Finds the user's agent, which has keys and signs with them. Nothing of it is passed on to servers. */
final class AgentFactory implements SshAgentFactory {

    @Override
    public List<ChannelFactory> getChannelForwardingFactories(FactoryManager manager) {
        return List.of();
    }

    /** Null is the library's word for no agent. One that does not answer is noted and done without. */
    @Override
    public @Nullable SshAgent createClient(Session session, FactoryManager manager) {
        LoginAttempt attempt = LoginAttempt.of((ClientSession) session);
        Optional<Path> socket = attempt.settings().agent();
        if (socket.isEmpty()) {
            attempt.note("there is no agent (SSH_AUTH_SOCK is not set)");
            return null;
        }
        try {
            AgentClient agent = AgentClient.connect(socket.get(), wanted(attempt.settings()));
            attempt.note("the agent offered " + agent.getIdentities().size() + " keys");
            return agent;
        } catch (IOException e) {
            attempt.note("the agent at " + socket.get() + " does not answer: " + e.getMessage());
            return null;
        }
    }

    private static Predicate<PublicKey> wanted(HostSettings settings) {
        if (!settings.identitiesOnly()) {
            return _ -> true;
        }
        List<PublicKey> only = KeyFiles.publicKeys(settings);
        return key -> only.stream().anyMatch(wanted -> KeyUtils.compareKeys(wanted, key));
    }

    @Override
    public SshAgentServer createServer(ConnectionService service) {
        throw new UnsupportedOperationException("the agent is not passed on");
    }
}
