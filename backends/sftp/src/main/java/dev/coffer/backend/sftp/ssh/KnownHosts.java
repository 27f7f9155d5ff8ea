package dev.coffer.backend.sftp.ssh;

import dev.coffer.backend.BackendException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;

/** The keys by which one host is known. Immutable. */
final class KnownHosts {

    private static final int SSH_PORT = 22;

    /**
     * A key of a host.
     *
     * @param type as in SSH, such as {@code ssh-ed25519}
     * @param revoked whether it must not be accepted
     * @param file in which it is
     */
    record KnownKey(String type, PublicKey key, boolean revoked, Path file) {}

    private final String name;
    private final List<KnownKey> keys = new ArrayList<>();

    private KnownHosts(String name) {
        this.name = name;
    }

    /** Looks a host up in its files; those that do not exist hold no keys. */
    static KnownHosts of(HostSettings settings) throws BackendException {
        KnownHosts known = new KnownHosts(name(settings));
        for (Path file : settings.knownHosts()) {
            if (Files.exists(file)) {
                known.read(file, settings);
            }
        }
        return known;
    }

    private static String name(HostSettings settings) {
        return settings.keyPort() == SSH_PORT
                ? settings.keyName()
                : "[" + settings.keyName() + "]:" + settings.keyPort();
    }

    private void read(Path file, HostSettings settings) throws BackendException {
        try {
            for (KnownHostEntry entry : KnownHostEntry.readKnownHostEntries(file)) {
                // certificates are not asked for, so authorities certify nothing
                if (entry.isHostMatch(settings.keyName(), settings.keyPort())
                        && !"cert-authority".equals(entry.getMarker())) {
                    add(entry, file);
                }
            }
        } catch (IOException e) {
            throw new BackendException.Rejected("cannot read the known hosts in " + file + ": " + e.getMessage(), e);
        }
    }

    private void add(KnownHostEntry entry, Path file) throws IOException {
        try {
            PublicKey key = entry.getKeyEntry().resolvePublicKey(null, PublicKeyEntryResolver.IGNORING);
            if (key != null) {
                boolean revoked = "revoked".equals(entry.getMarker());
                keys.add(new KnownKey(entry.getKeyEntry().getKeyType(), key, revoked, file));
            }
        } catch (GeneralSecurityException _) {
            // a kind of key that cannot be used here
        }
    }

    /** The host, and the port if it is not the usual one, as the files have it. */
    String name() {
        return name;
    }

    /** All keys, those that have been revoked among them. */
    List<KnownKey> keys() {
        return keys;
    }

    /** A key among those that are known; if it is there twice, that it was revoked counts. */
    Optional<KnownKey> find(PublicKey key) {
        return keys.stream()
                .filter(known -> KeyUtils.compareKeys(known.key, key))
                .max(Comparator.comparing(KnownKey::revoked));
    }

    /** Writes a key behind those that are in a file. */
    void append(PublicKey key, Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        String line = System.lineSeparator() + name + " " + PublicKeyEntry.toString(key) + System.lineSeparator();
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
