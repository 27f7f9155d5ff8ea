package dev.coffer.engine.crypto;

import dev.coffer.engine.buffer.PartCheck;
import dev.coffer.engine.buffer.Pool;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Seals and opens bytes with one key: {@code IV || AES-256-CTR(key, IV, plain) || Poly1305-AES(k, r)(ciphertext)}. Nothing but
 * the content is authenticated: neither the type of what was sealed nor its name.
 *
 * <p>Any number of threads may call at the same time, virtual ones too: each call borrows a cipher from a pool that is never
 * larger than the number of calls that once ran at the same time. {@link #close()} must come after all of them.
 *
 * <p>Source and target may lie in one array only if they do not overlap, or if the plain bytes lie exactly where the
 * ciphertext lies, {@link #IV_BYTES} after the start of the sealed bytes; anything else is an
 * {@link IllegalArgumentException}.
 */
public final class Crypto implements AutoCloseable {

    /** By how much sealed bytes are longer than plain ones. */
    public static final int OVERHEAD = SealingCipher.IV_BYTES + SealingCipher.TAG_BYTES;

    /** Where the ciphertext starts within sealed bytes. */
    public static final int IV_BYTES = SealingCipher.IV_BYTES;

    private final Pool<SealingCipher> ciphers = new Pool<>(this::newCipher);
    private final MasterKey key;

    /** @param key is copied; the caller may close it at once */
    public Crypto(MasterKey key) {
        this.key = key.copy();
    }

    /**
     * Seals with a new random IV.
     *
     * @return the length of the sealed bytes, {@code length + OVERHEAD}
     */
    public int seal(byte[] plain, int offset, int length, byte[] sealed, int sealedOffset) {
        Objects.checkFromIndexSize(offset, length, plain.length);
        Objects.checkFromIndexSize(sealedOffset, Math.addExact(length, OVERHEAD), sealed.length);
        checkOverlap(plain, offset, length, sealed, sealedOffset);
        SealingCipher cipher = ciphers.take();
        cipher.seal(plain, offset, length, sealed, sealedOffset);
        ciphers.giveBack(cipher);
        return length + OVERHEAD;
    }

    /** Like {@link #seal(byte[], int, int, byte[], int)}. */
    public byte[] seal(byte[] plain) {
        byte[] sealed = new byte[Math.addExact(plain.length, OVERHEAD)];
        seal(plain, 0, plain.length, sealed, 0);
        return sealed;
    }

    /**
     * Checks the tag and only then decrypts.
     *
     * @return the length of the plain bytes, {@code length - OVERHEAD}
     * @throws AuthenticationFailed if the bytes are too short or the tag does not fit; the target is untouched
     */
    public int open(byte[] sealed, int offset, int length, byte[] plain, int plainOffset) throws AuthenticationFailed {
        Objects.checkFromIndexSize(offset, length, sealed.length);
        int plainLength = plainLength(length);
        Objects.checkFromIndexSize(plainOffset, plainLength, plain.length);
        checkOverlap(plain, plainOffset, plainLength, sealed, offset);
        SealingCipher cipher = ciphers.take();
        boolean authentic = cipher.open(sealed, offset, plainLength, plain, plainOffset);
        ciphers.giveBack(cipher);
        if (!authentic) {
            throw forged(length);
        }
        return plainLength;
    }

    /** Like {@link #open(byte[], int, int, byte[], int)}. */
    public byte[] open(byte[] sealed) throws AuthenticationFailed {
        byte[] plain = new byte[plainLength(sealed.length)];
        open(sealed, 0, sealed.length, plain, 0);
        return plain;
    }

    /**
     * Checks the tag and then the plain bytes, which are nowhere kept as a whole.
     *
     * @return false as soon as a part does not fit
     * @throws AuthenticationFailed if the bytes are too short or the tag does not fit
     */
    public boolean holds(byte[] sealed, int offset, int length, PartCheck check) throws AuthenticationFailed {
        Objects.checkFromIndexSize(offset, length, sealed.length);
        int plainLength = plainLength(length);
        SealingCipher cipher = ciphers.take();
        SealingCipher.Opened opened = cipher.check(sealed, offset, plainLength, check);
        ciphers.giveBack(cipher);
        return switch (opened) {
            case FORGED -> throw forged(length);
            case DIFFERENT -> false;
            case AS_EXPECTED -> true;
        };
    }

    private static AuthenticationFailed forged(int length) {
        return new AuthenticationFailed("the authentication tag of " + length
                + " sealed bytes does not fit: they are damaged or sealed with another key");
    }

    private static int plainLength(int sealedLength) throws AuthenticationFailed {
        if (sealedLength < OVERHEAD) {
            throw new AuthenticationFailed(
                    sealedLength + " bytes cannot be sealed ones, which are at least " + OVERHEAD + " long");
        }
        return sealedLength - OVERHEAD;
    }

    @SuppressWarnings("ReferenceEquality") // the question is whether it is the same memory
    private static void checkOverlap(byte[] plain, int plainOffset, int plainLength, byte[] sealed, int sealedOffset) {
        boolean apart = plain != sealed
                || plainOffset >= sealedOffset + plainLength + OVERHEAD
                || sealedOffset >= plainOffset + plainLength;
        if (!apart && plainOffset != sealedOffset + IV_BYTES) {
            throw new IllegalArgumentException("plain and sealed bytes overlap, but not exactly in place");
        }
    }

    private SealingCipher newCipher() {
        byte[] encryption = key.encryptionKey();
        byte[] macK = key.macK();
        byte[] macR = key.macR();
        try {
            return new SealingCipher(encryption, macK, macR);
        } finally {
            Arrays.fill(encryption, (byte) 0);
            Arrays.fill(macK, (byte) 0);
            Arrays.fill(macR, (byte) 0);
        }
    }

    /** Wipes the key and gives up the ciphers; sealing or opening afterwards is an {@link IllegalStateException}. */
    @Override
    public void close() {
        key.close();
        Optional<SealingCipher> idle = ciphers.takeIdle();
        while (idle.isPresent()) {
            idle.get().wipe();
            idle = ciphers.takeIdle();
        }
    }
}
