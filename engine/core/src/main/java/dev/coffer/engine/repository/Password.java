package dev.coffer.engine.repository;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** A password as UTF-8 bytes, wiped on close. Never shown. */
public final class Password implements AutoCloseable {

    private static final int MAX_UTF8_BYTES = 3;

    private final byte[] bytes;

    private Password(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes a copy; the array stays the caller's to wipe. */
    public static Password of(char[] characters) {
        ByteBuffer encoded = ByteBuffer.allocate(MAX_UTF8_BYTES * characters.length);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(characters), encoded, true);
        Password password = new Password(Arrays.copyOf(encoded.array(), encoded.position()));
        Arrays.fill(encoded.array(), (byte) 0);
        return password;
    }

    public static Password of(String text) {
        return new Password(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes a copy of bytes that need not be valid UTF-8; the array stays the caller's to wipe. */
    public static Password ofUtf8(byte[] bytes) {
        return new Password(bytes.clone());
    }

    /** Whether both are the same, without telling by the time it takes how much of them is. */
    public boolean matches(Password other) {
        return MessageDigest.isEqual(bytes, other.bytes);
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** The bytes themselves, valid until {@link #close()}. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
