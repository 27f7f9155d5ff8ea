package dev.coffer.engine.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.function.LongSupplier;
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

    /** Copies of a running machine must not go on with the same ones: the platform keeps random bytes no longer, either. */
    private static final long MAX_AGE_NANOS = 100_000_000;

    private final Cipher counterMode;
    private final SecureRandom random;
    private final LongSupplier nanoTime;
    private byte[] vectors = new byte[0];
    private int next;
    private long drawnAt;

    /** @param counterMode AES in counter mode, which others may use if they initialize it for each message */
    RandomIvs(Cipher counterMode) {
        this(counterMode, new SecureRandom(), System::nanoTime);
    }

    RandomIvs(Cipher counterMode, SecureRandom random, LongSupplier nanoTime) {
        this.counterMode = counterMode;
        this.random = random;
        this.nanoTime = nanoTime;
        this.drawnAt = nanoTime.getAsLong();
    }

    /** Writes a vector that no message had yet. */
    void write(byte[] target, int offset) throws GeneralSecurityException {
        boolean old = nanoTime.getAsLong() - drawnAt > MAX_AGE_NANOS;
        if (old || next == vectors.length) {
            draw(old ? FEWEST : Math.clamp(2L * vectors.length / IV_BYTES, FEWEST, MOST));
        }
        System.arraycopy(vectors, next, target, offset, IV_BYTES);
        next += IV_BYTES;
    }

    /** As many as are likely to be used soon: most commands seal next to nothing. */
    private void draw(int count) throws GeneralSecurityException {
        byte[] key = MasterKey.randomBytes(random, KEY_BYTES);
        byte[] start = MasterKey.randomBytes(random, IV_BYTES);
        counterMode.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
        vectors = counterMode.update(new byte[count * IV_BYTES]);
        next = 0;
        drawnAt = nanoTime.getAsLong();
    }
}
