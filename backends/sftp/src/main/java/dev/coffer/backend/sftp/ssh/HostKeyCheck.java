package dev.coffer.backend.sftp.ssh;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.sftp.ssh.HostSettings.UnknownHosts;
import dev.coffer.backend.sftp.ssh.KnownHosts.KnownKey;
import java.io.IOException;
import java.net.SocketAddress;
import java.security.PublicKey;
import java.util.Optional;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;

/** Accepts a server only if its key is known. */
final class HostKeyCheck implements ServerKeyVerifier {

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        LoginAttempt attempt = LoginAttempt.of(session);
        try {
            check(attempt.settings(), attempt.knownHosts(), key);
            return true;
        } catch (BackendException e) {
            attempt.refuse(e);
            return false;
        }
    }

    static void check(HostSettings settings, KnownHosts known, PublicKey key) throws BackendException {
        Optional<KnownKey> found = known.find(key);
        if (found.isPresent()) {
            if (found.get().revoked()) {
                throw refusal(
                        known, key, "has been revoked in " + found.get().file(), "The server must not be trusted.");
            }
            return;
        }
        Optional<KnownKey> other =
                known.keys().stream().filter(k -> !k.revoked()).findFirst();
        if (other.isPresent()) {
            throw changed(known, key, other.get());
        }
        if (settings.unknownHosts() == UnknownHosts.REFUSE) {
            throw unknown(settings, known, key);
        }
        add(settings, known, key);
    }

    private static BackendException changed(KnownHosts known, PublicKey key, KnownKey other) {
        return refusal(
                known,
                key,
                "is NOT the one by which it is known in " + other.file() + ", " + describe(other.key()),
                "Somebody may be listening in between, or the server was set up anew. Only if you know that its key was"
                        + " changed, take the old one away: ssh-keygen -f " + other.file() + " -R '" + known.name()
                        + "'");
    }

    private static BackendException unknown(HostSettings settings, KnownHosts known, PublicKey key) {
        String file = settings.knownHosts().isEmpty()
                ? "~/.ssh/known_hosts"
                : settings.knownHosts().getFirst().toString();
        return refusal(
                known,
                key,
                "is not in " + file,
                "If this is what the server's administrator says it is, accept it: ssh-keyscan -p " + settings.port()
                        + " " + settings.hostName() + " >> " + file);
    }

    private static BackendException refusal(KnownHosts known, PublicKey key, String reason, String advice) {
        return new BackendException.Denied(
                "did not log in to " + known.name() + ": its key, " + describe(key) + ", " + reason + ". " + advice,
                null);
    }

    private static void add(HostSettings settings, KnownHosts known, PublicKey key) throws BackendException {
        try {
            if (!settings.knownHosts().isEmpty()) {
                known.append(key, settings.knownHosts().getFirst());
            }
        } catch (IOException e) {
            throw new BackendException.Rejected(
                    "cannot add the key of " + known.name() + " to "
                            + settings.knownHosts().getFirst() + ": " + e.getMessage(),
                    e);
        }
    }

    private static String describe(PublicKey key) {
        return KeyUtils.getKeyType(key) + " " + KeyUtils.getFingerPrint(key);
    }
}
