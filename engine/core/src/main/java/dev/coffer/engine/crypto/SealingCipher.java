package dev.coffer.engine.crypto;

import dev.coffer.engine.buffer.PartCheck;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens one message after the other for one thread at a time; {@link Crypto} lends them out.
 *
 * <p>Works in slices that fit into the first cache: encryption and authentication touch each slice while it is there, and
 * the methods the JIT replaces by AES instructions are called often enough to be compiled early.
 */
final class SealingCipher {

    static final int IV_BYTES = RandomIvs.IV_BYTES;
    static final int TAG_BYTES = OneTimeAuthenticator.TAG_BYTES;

    static final int SLICE_BYTES = 8 * 1024;

    private final SecretKeySpec key;
    private final Cipher stream;
    private final Cipher nonceMask;
    private final OneTimeAuthenticator authenticator;
    private final RandomIvs ivs;
    private final byte[] mask = new byte[OneTimeAuthenticator.BLOCK_BYTES];
    private final byte[] expectedTag = new byte[TAG_BYTES];
    private final byte[] foundTag = new byte[TAG_BYTES];
    private final byte[] slice = new byte[SLICE_BYTES];

    SealingCipher(byte[] encryptionKey, byte[] macK, byte[] macR) {
        try {
            key = new SecretKeySpec(encryptionKey, "AES");
            stream = Cipher.getInstance("AES/CTR/NoPadding");
            nonceMask = Cipher.getInstance("AES/ECB/NoPadding");
            nonceMask.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(macK, "AES"));
            authenticator = OneTimeAuthenticator.of(macR);
            ivs = new RandomIvs(stream);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java platform provides no AES in CTR and ECB mode", e);
        }
    }

    void seal(byte[] plain, int offset, int length, byte[] sealed, int sealedOffset) {
        try {
            ivs.write(sealed, sealedOffset);
            startStream(sealed, sealedOffset);
            int at = sealedOffset + IV_BYTES;
            for (int done = 0; done < length; done += SLICE_BYTES) {
                int count = Math.min(SLICE_BYTES, length - done);
                // In place, the JDK would make a new copy of each slice itself.
                System.arraycopy(plain, offset + done, slice, 0, count);
                transform(slice, 0, count, sealed, at + done);
                authenticator.update(sealed, at + done, count);
            }
            authenticator.finish(mask, sealed, at + length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-CTR refused to encrypt", e);
        } finally {
            Arrays.fill(slice, (byte) 0);
        }
    }

    /** False, and nothing is written, if the tag does not fit. */
    boolean open(byte[] sealed, int offset, int plainLength, byte[] plain, int plainOffset) {
        try {
            startStream(sealed, offset);
            int at = offset + IV_BYTES;
            if (!isAuthentic(sealed, at, plainLength)) {
                return false;
            }
            for (int done = 0; done < plainLength; done += SLICE_BYTES) {
                int slice = Math.min(SLICE_BYTES, plainLength - done);
                transform(sealed, at + done, slice, plain, plainOffset + done);
            }
            return true;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-CTR refused to decrypt", e);
        }
    }

    /** What came of opening sealed bytes. */
    enum Opened {
        FORGED,
        DIFFERENT,
        AS_EXPECTED
    }

    /** Shows the plain bytes to {@code check}, if the tag fits. */
    Opened check(byte[] sealed, int offset, int plainLength, PartCheck check) {
        try {
            startStream(sealed, offset);
            int at = offset + IV_BYTES;
            if (!isAuthentic(sealed, at, plainLength)) {
                return Opened.FORGED;
            }
            for (int done = 0; done < plainLength; done += SLICE_BYTES) {
                int count = Math.min(SLICE_BYTES, plainLength - done);
                transform(sealed, at + done, count, slice, 0);
                if (!check.fits(slice, 0, count)) {
                    return Opened.DIFFERENT;
                }
            }
            return Opened.AS_EXPECTED;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-CTR refused to decrypt", e);
        } finally {
            Arrays.fill(slice, (byte) 0);
        }
    }

    private void startStream(byte[] sealed, int ivOffset) throws GeneralSecurityException {
        stream.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(sealed, ivOffset, IV_BYTES));
        nonceMask.doFinal(sealed, ivOffset, IV_BYTES, mask, 0);
    }

    private boolean isAuthentic(byte[] sealed, int offset, int length) {
        for (int done = 0; done < length; done += SLICE_BYTES) {
            authenticator.update(sealed, offset + done, Math.min(SLICE_BYTES, length - done));
        }
        authenticator.finish(mask, expectedTag, 0);
        System.arraycopy(sealed, offset + length, foundTag, 0, TAG_BYTES);
        return MessageDigest.isEqual(expectedTag, foundTag);
    }

    /** Encrypts or decrypts, which is the same in counter mode; it never holds bytes back. */
    private void transform(byte[] from, int offset, int length, byte[] to, int toOffset)
            throws GeneralSecurityException {
        int written = stream.update(from, offset, length, to, toOffset);
        if (written != length) {
            throw new GeneralSecurityException("AES-CTR wrote " + written + " bytes for " + length);
        }
    }

    void wipe() {
        authenticator.wipe();
    }
}
