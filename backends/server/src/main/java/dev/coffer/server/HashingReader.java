package dev.coffer.server;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads a stream and computes the SHA-256 hash of what it reads. For one thread. */
final class HashingReader {

    private final InputStream stream;
    private final MessageDigest digest;

    HashingReader(InputStream stream) {
        this.stream = stream;
        this.digest = sha256();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** As {@link InputStream#read(byte[])}. */
    int read(byte[] buffer) throws IOException {
        return read(buffer, 0, buffer.length);
    }

    /** Reads so many bytes; false if there are not so many. */
    boolean fill(byte[] buffer, int length) throws IOException {
        int filled = 0;
        while (filled < length) {
            int count = read(buffer, filled, length - filled);
            if (count < 0) {
                return false;
            }
            filled += count;
        }
        return true;
    }

    private int read(byte[] buffer, int offset, int length) throws IOException {
        int count = stream.read(buffer, offset, length);
        if (count > 0) {
            digest.update(buffer, offset, count);
        }
        return count;
    }

    /** Hash of all that was read, in lower-case hex digits. To be called once. */
    String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
