package dev.coffer.backend.sftp.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * Reads the private keys of the user. One that cannot be read is left out, and noted: another one may do.
 *
 * @param passphrase for those that are encrypted
 */
record KeyFiles(SecretSource passphrase) {

    List<KeyPair> read(LoginAttempt attempt) throws IOException {
        List<KeyPair> pairs = new ArrayList<>();
        for (Path file : attempt.settings().identityFiles()) {
            if (Files.exists(file)) {
                read(file, attempt, pairs);
            }
        }
        return pairs;
    }

    private void read(Path file, LoginAttempt attempt, List<KeyPair> pairs) throws IOException {
        List<String> asked = new ArrayList<>();
        FilePasswordProvider password = (session, resource, tries) -> {
            asked.add("once");
            return tries == 0 ? passphrase.read().orElse(null) : null;
        };
        try (InputStream stream = Files.newInputStream(file)) {
            Iterable<KeyPair> found =
                    SecurityUtils.loadKeyPairIdentities(null, new PathResource(file), stream, password);
            if (found == null) {
                attempt.note(file + " holds no private key");
                return;
            }
            found.forEach(pairs::add);
            attempt.note(file + " was offered");
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            attempt.note(file + (asked.isEmpty() ? " cannot be read: " + e.getMessage() : encrypted()));
        }
    }

    private String encrypted() throws IOException {
        return passphrase.read().isPresent()
                ? " is encrypted with another passphrase"
                : " is encrypted, and its passphrase not given (" + passphrase.howToGive() + ")";
    }

    /** The public keys that go with the private ones, from the files beside them. */
    static List<PublicKey> publicKeys(HostSettings settings) {
        return settings.identityFiles().stream()
                .map(KeyFiles::publicKey)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<PublicKey> publicKey(Path file) {
        Path beside = file.toString().endsWith(".pub") ? file : Path.of(file + ".pub");
        try {
            AuthorizedKeyEntry entry = AuthorizedKeyEntry.parseAuthorizedKeyEntry(
                    Files.readString(beside).strip());
            return Optional.ofNullable(entry.resolvePublicKey(null, PublicKeyEntryResolver.IGNORING));
        } catch (IOException | GeneralSecurityException | RuntimeException _) {
            return Optional.empty();
        }
    }
}
