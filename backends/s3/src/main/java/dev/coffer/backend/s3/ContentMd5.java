package dev.coffer.backend.s3;

import dev.coffer.backend.Content;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The header {@code Content-MD5}, by which the store knows whether an upload has arrived as it was sent. */
final class ContentMd5 {

    private static final int PIECE = 64 << 10;

    private ContentMd5() {}

    static String of(Content content) throws IOException {
        MessageDigest digest = md5();
        byte[] buffer = new byte[PIECE];
        try (InputStream stream = content.openChecked()) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
