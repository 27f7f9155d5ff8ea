package dev.coffer.backend.sftp.ssh;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.core.CoreModuleProperties;

/** Sets the SSH library up. */
final class SshClients {

    /** Those first for which processors have instructions. */
    private static final List<NamedFactory<Cipher>> CIPHERS = List.of(
            BuiltinCiphers.aes128gcm,
            BuiltinCiphers.aes256gcm,
            BuiltinCiphers.cc20p1305_openssh,
            BuiltinCiphers.aes128ctr,
            BuiltinCiphers.aes256ctr);

    /** Without certificates, and without SHA-1. */
    private static final List<BuiltinSignatures> SIGNATURES = List.of(
            BuiltinSignatures.ed25519,
            BuiltinSignatures.nistp256,
            BuiltinSignatures.nistp384,
            BuiltinSignatures.nistp521,
            BuiltinSignatures.rsaSHA512,
            BuiltinSignatures.rsaSHA256,
            BuiltinSignatures.sk_ssh_ed25519,
            BuiltinSignatures.sk_ecdsa_sha2_nistp256);

    /** With 20 ms to the server, one stream can carry 400 MB/s. */
    private static final long WINDOW = 8 << 20;

    private static final Duration TIME_TO_STOP = Duration.ofSeconds(5);

    private SshClients() {}

    static SshClient start(HostSettings target, Duration stallLimit) {
        SshClient client = ClientBuilder.builder()
                .cipherFactories(CIPHERS)
                .signatureFactories(new ArrayList<>(SIGNATURES))
                .serverKeyVerifier(new HostKeyCheck())
                .hostConfigEntryResolver(HostConfigEntryResolver.EMPTY)
                .build();
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setAgentFactory(new AgentFactory());
        client.addSessionListener(new KnownKeysFirst());
        CoreModuleProperties.WINDOW_SIZE.set(client, WINDOW);
        CoreModuleProperties.TCP_NODELAY.set(client, true);
        CoreModuleProperties.SOCKET_KEEPALIVE.set(client, true);
        CoreModuleProperties.IDLE_TIMEOUT.set(client, Duration.ZERO);
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, target.aliveInterval());
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, target.aliveCount());
        // those who wait for a request watch it themselves
        CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(client, stallLimit.multipliedBy(2));
        CoreModuleProperties.NIO2_MIN_WRITE_TIMEOUT.set(client, stallLimit.multipliedBy(2));
        CoreModuleProperties.STOP_WAIT_TIME.set(client, TIME_TO_STOP);
        client.start();
        return client;
    }

    /** A server with keys of several kinds should show the one that we know. */
    private static final class KnownKeysFirst implements SessionListener {

        @Override
        public void sessionCreated(Session session) {
            Set<String> known = LoginAttempt.of((ClientSession) session).knownHosts().keys().stream()
                    .map(KnownHosts.KnownKey::type)
                    .collect(Collectors.toSet());
            List<NamedFactory<Signature>> order = new ArrayList<>(SIGNATURES);
            order.sort(Comparator.comparing((NamedFactory<Signature> signature) -> !isKnown(signature, known)));
            session.setSignatureFactories(order);
        }

        private static boolean isKnown(NamedFactory<Signature> signature, Set<String> types) {
            String type = signature.getName().startsWith("rsa-") ? "ssh-rsa" : signature.getName();
            return types.contains(type);
        }
    }
}
