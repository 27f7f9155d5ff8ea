package dev.coffer.engine.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Initialization vectors for sealed messages. For one thread at a time.
 *
 * <p>They are the key stream of AES-256 under keys that the platform draws at random, each for some vectors only: nobody can tell
 * them from random numbers. Drawing each vector itself would take as long as sealing a short message, since the platform mixes in
 * a generator made of SHA-1.
 */
final class RandomIvs {

    static final int IV_BYTES = 16;

    private static final int KEY_BYTES = 32;
    private static final int FEWEST = 8;
    private static final int MOST = 256;

    /** As long as the platform itself keeps random bytes, lest copies of a running machine use the same ones. */
    private static final long MAX_AGE_NANOS = 100_000_000;

    private final SecureRandom random = new SecureRandom();
    private final Cipher counterMode;
    private byte[] vectors = new byte[0];
    private int next;
    private long drawnAt = System.nanoTime();

    /** @param counterMode AES in counter mode, of which nobody else makes use */
    RandomIvs(Cipher counterMode) {
        this.counterMode = counterMode;
    }

    /** Writes a vector that no message had yet. */
    void write(byte[] target, int offset) throws GeneralSecurityException {
        boolean old = System.nanoTime() - drawnAt > MAX_AGE_NANOS;
        if (old || next == vectors.length) {
            draw(old ? FEWEST : Math.clamp(2L * vectors.length / IV_BYTES, FEWEST, MOST));
        }
        System.arraycopy(vectors, next, target, offset, IV_BYTES);
        next += IV_BYTES;
    }

    /** As many as are likely to be used soon: most commands seal next to nothing. */
    private void draw(int count) throws GeneralSecurityException {
        byte[] key = randomBytes(KEY_BYTES);
        byte[] start = randomBytes(IV_BYTES);
        counterMode.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
        vectors = counterMode.update(new byte[count * IV_BYTES]);
        next = 0;
        drawnAt = System.nanoTime();
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
