package dev.coffer.cli;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Passwords from files and commands, written by any editor on any system, as UTF-8. Leaves no copies behind. */
final class PasswordText {

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] LITTLE_MARK = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] BIG_MARK = {(byte) 0xFE, (byte) 0xFF};

    private PasswordText() {}

    /**
     * Removes a byte order mark, converts UTF-16 that has one, and cuts white space off both ends. Bytes that are not UTF-8
     * stay as they are.
     */
    static byte[] decodeTrimmed(byte[] bytes) {
        if (startsWith(bytes, UTF_8_MARK)) {
            return trim(bytes, UTF_8_MARK.length);
        }
        if (startsWith(bytes, LITTLE_MARK)) {
            return fromUtf16(bytes, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, BIG_MARK)) {
            return fromUtf16(bytes, StandardCharsets.UTF_16BE);
        }
        return trim(bytes, 0);
    }

    /** The characters as UTF-8; they are wiped. */
    static byte[] encodeAndWipe(char[] characters) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes).clear();
        encoded.put(new byte[encoded.capacity()]);
        Arrays.fill(characters, '\0');
        return bytes;
    }

    private static byte[] fromUtf16(byte[] bytes, Charset charset) {
        CharBuffer decoded =
                charset.decode(ByteBuffer.wrap(bytes, LITTLE_MARK.length, bytes.length - LITTLE_MARK.length));
        char[] characters = Arrays.copyOf(decoded.array(), decoded.limit());
        Arrays.fill(decoded.array(), '\0');
        byte[] utf8 = encodeAndWipe(characters);
        byte[] trimmed = trim(utf8, 0);
        Arrays.fill(utf8, (byte) 0);
        return trimmed;
    }

    private static byte[] trim(byte[] bytes, int from) {
        int start = from;
        int end = bytes.length;
        while (start < end && isSpace(bytes[start])) {
            start++;
        }
        while (end > start && isSpace(bytes[end - 1])) {
            end--;
        }
        return Arrays.copyOfRange(bytes, start, end);
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || (b >= '\t' && b <= '\r');
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }
}
