package dev.coffer.engine.crypto;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The three keys bytes are sealed with: an AES-256 key for encryption, and the AES-128 key {@code k} and the 16 bytes
 * {@code r} of Poly1305-AES. Both the master key of a repository and the user key derived from a password have this shape.
 *
 * <p>Owns its memory: what comes in and goes out is copied, {@link #close()} overwrites it. Any thread may read; closing
 * must not overlap with use.
 */
public final class MasterKey implements AutoCloseable {

    /** How many bytes {@link #fromScrypt64} needs. */
    public static final int DERIVED_BYTES = 64;

    private static final int ENCRYPTION_BYTES = 32;
    private static final int MAC_BYTES = 16;

    private final byte[] encryption;
    private final byte[] macK;
    private final byte[] macR;
    private volatile boolean wiped;

    private MasterKey(byte[] encryption, byte[] macK, byte[] macR) {
        this.encryption = encryption;
        this.macK = macK;
        this.macR = macR;
    }

    /** A new key from the platform's generator. */
    public static MasterKey random() {
        SecureRandom random = new SecureRandom();
        return new MasterKey(
                randomBytes(random, ENCRYPTION_BYTES), randomBytes(random, MAC_BYTES), randomBytes(random, MAC_BYTES));
    }

    static byte[] randomBytes(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /**
     * The key made of copies of these bytes: 32, 16 and 16.
     *
     * @throws IllegalArgumentException if a length is wrong
     */
    public static MasterKey of(byte[] encryption, byte[] macK, byte[] macR) {
        requireLength("encryption key", encryption, ENCRYPTION_BYTES);
        requireLength("MAC key k", macK, MAC_BYTES);
        requireLength("MAC key r", macR, MAC_BYTES);
        return new MasterKey(encryption.clone(), macK.clone(), macR.clone());
    }

    /**
     * The user key in the 64 bytes scrypt derived: encryption key, {@code k}, {@code r}. The caller wipes the array.
     *
     * @throws IllegalArgumentException if there are not 64 bytes
     */
    public static MasterKey fromScrypt64(byte[] derived) {
        requireLength("derived key", derived, DERIVED_BYTES);
        return new MasterKey(
                Arrays.copyOfRange(derived, 0, 32),
                Arrays.copyOfRange(derived, 32, 48),
                Arrays.copyOfRange(derived, 48, 64));
    }

    private static void requireLength(String what, byte[] bytes, int length) {
        if (bytes.length != length) {
            throw new IllegalArgumentException(
                    "the " + what + " must have " + length + " bytes, but has " + bytes.length);
        }
    }

    /** A key with memory of its own. */
    MasterKey copy() {
        return new MasterKey(encryptionKey(), macK(), macR());
    }

    /** A copy, which the caller wipes. */
    public byte[] encryptionKey() {
        return copyOf(encryption);
    }

    /** A copy, which the caller wipes. */
    public byte[] macK() {
        return copyOf(macK);
    }

    /** A copy as stored, not clamped, which the caller wipes. */
    public byte[] macR() {
        return copyOf(macR);
    }

    private byte[] copyOf(byte[] part) {
        if (wiped) {
            throw new IllegalStateException("the key has been wiped");
        }
        return part.clone();
    }

    /** Overwrites the key; using it afterwards is an {@link IllegalStateException}. */
    @Override
    public void close() {
        wiped = true;
        Arrays.fill(encryption, (byte) 0);
        Arrays.fill(macK, (byte) 0);
        Arrays.fill(macR, (byte) 0);
    }

    /** Reveals nothing. */
    @Override
    public String toString() {
        return "MasterKey[secret]";
    }
}
