package dev.coffer.backend.azure;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The checksum that Azure compares with what arrives. */
final class Md5 {

    private Md5() {}

    /** Reads the stream to its end. */
    static byte[] of(InputStream stream) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
        byte[] buffer = new byte[64 << 10];
        for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
            digest.update(buffer, 0, count);
        }
        return digest.digest();
    }
}
