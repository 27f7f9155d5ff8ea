package dev.coffer.server;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a short time which passwords were right: a digest of the latest one of each user, with a key that never leaves
 * this process. Safe for use by all threads.
 */
final class VerifiedPasswords {

    private static final String ALGORITHM = "HmacSHA256";

    private final long lifetime;
    private final LongSupplier nanos;
    private final SecretKeySpec key;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    private record Entry(PasswordHash hash, byte[] digest, long since) {}

    /** @param nanos a clock as {@link System#nanoTime()} */
    VerifiedPasswords(Duration lifetime, LongSupplier nanos) {
        this.lifetime = lifetime.toNanos();
        this.nanos = nanos;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    /** Whether the password was right a short while ago, and is still stored as it was then. */
    boolean contains(BasicCredentials credentials, PasswordHash hash) {
        Entry entry = entries.get(credentials.user());
        return entry != null
                && entry.hash.equals(hash)
                && nanos.getAsLong() - entry.since < lifetime
                && MessageDigest.isEqual(entry.digest, digest(credentials));
    }

    /** Remembers a password that is right. */
    void add(BasicCredentials credentials, PasswordHash hash) {
        entries.put(credentials.user(), new Entry(hash, digest(credentials), nanos.getAsLong()));
    }

    private byte[] digest(BasicCredentials credentials) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(credentials.password());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
