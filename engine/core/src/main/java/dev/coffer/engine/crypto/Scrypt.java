package dev.coffer.engine.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The password-based key derivation of RFC 7914, made for a JVM that has just started: the lanes run side by side where
 * processors and memory allow, and all of the work is in one small loop that is compiled early.
 */
public final class Scrypt {

    private static final int SHA256_BYTES = 32;
    private static final int LANE_BYTES_PER_R = 128;

    private Scrypt() {}

    /**
     * The first {@code length} bytes of scrypt. Needs at least {@code 64·n·r} bytes of heap, for the time of the call.
     *
     * @param password is neither changed nor kept
     * @param n cost, a power of two greater than 1
     * @param r block size, at least 1
     * @param p lanes, at least 1; {@code r·p < 2^30}
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public static byte[] derive(byte[] password, byte[] salt, int n, int r, int p, int length) {
        KdfParameters parameters = new KdfParameters(n, r, p);
        byte[] lanes = pbkdf2(password, salt, Math.multiplyExact(LANE_BYTES_PER_R * r, p));
        try {
            new ScryptLanes(parameters, lanes).mix();
            return pbkdf2(password, lanes, length);
        } finally {
            Arrays.fill(lanes, (byte) 0);
        }
    }

    /** PBKDF2-HMAC-SHA256 with one iteration. */
    private static byte[] pbkdf2(byte[] password, byte[] salt, int length) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            // HMAC pads the key with zeros, so one zero byte is the empty key, which the JDK refuses.
            mac.init(new SecretKeySpec(password.length == 0 ? new byte[1] : password, "HmacSHA256"));
            byte[] result = new byte[length];
            for (int block = 1, at = 0; at < length; block++, at += SHA256_BYTES) {
                mac.update(salt);
                mac.update(
                        new byte[] {(byte) (block >>> 24), (byte) (block >>> 16), (byte) (block >>> 8), (byte) block});
                byte[] hash = mac.doFinal();
                System.arraycopy(hash, 0, result, at, Math.min(SHA256_BYTES, length - at));
                Arrays.fill(hash, (byte) 0);
            }
            return result;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java platform provides no HMAC-SHA256", e);
        }
    }
}
