package dev.coffer.backend.http;

import dev.coffer.backend.Content;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checksums of what is about to be sent, for the server to compare. */
public final class ContentDigest {

    private ContentDigest() {}

    /**
     * Reads the content once.
     *
     * @param algorithm one that every Java has, such as {@code MD5} or {@code SHA-1}
     * @return hex digits
     * @throws dev.coffer.backend.BackendException.Rejected if the content is not as long as it says
     */
    public static String hex(String algorithm, Content content) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException(e);
        }
        byte[] buffer = new byte[64 << 10];
        try (InputStream stream = content.openChecked()) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
