package dev.coffer.engine.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Strings of an operating system (file names, link targets) that may hold any bytes, as Java strings.
 *
 * <p>Valid UTF-8 becomes the text it stands for. Every other byte becomes one lone surrogate U+DC80…U+DCFF, whose low eight
 * bits are the byte; valid UTF-8 cannot produce those, so {@link #encode} gives the same bytes back. Overlong forms, encoded
 * surrogates and values above U+10FFFF are not valid.
 */
public final class NativeString {

    private static final int ESCAPE = 0xDC00;
    private static final char REPLACEMENT = '\uFFFD';

    private NativeString() {}

    /** The string for the given raw bytes. */
    public static String decode(byte[] bytes, int offset, int length) {
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : decodeLoosely(bytes, offset, length);
    }

    private static String decodeLoosely(byte[] bytes, int offset, int length) {
        int end = offset + length;
        StringBuilder text = new StringBuilder(length);
        int at = offset;
        while (at < end) {
            int size = Utf8.sequenceLength(bytes, at, end);
            if (size == 0) {
                text.append((char) (ESCAPE | (bytes[at++] & 0xFF)));
            } else {
                text.appendCodePoint(Utf8.codePoint(bytes, at, size));
                at += size;
            }
        }
        return text.toString();
    }

    /** The string for the given raw bytes. */
    public static String decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    /**
     * The raw bytes of a string. Surrogates that are neither part of a pair nor an escaped byte (Windows permits them in
     * names) take the three bytes that UTF-8 would use for their value.
     */
    public static byte[] encode(String text) {
        return hasUnpairedSurrogate(text) ? encodeLoosely(text) : text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] encodeLoosely(String text) {
        byte[] bytes = new byte[3 * text.length()];
        int size = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (isEscapedByte(codePoint)) {
                bytes[size++] = (byte) codePoint;
            } else {
                size += Utf8.put(codePoint, bytes, size);
            }
        }
        return Arrays.copyOf(bytes, size);
    }

    /** Orders strings like their raw bytes, unsigned: the order of the nodes of a tree. */
    public static int compareBytes(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean sameOrder = !Character.isSurrogate(x) && !Character.isSurrogate(y);
                return sameOrder ? Character.compare(x, y) : Arrays.compareUnsigned(encode(a), encode(b));
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /** Whether the string is Unicode text: it holds no escaped byte, nor any other lone surrogate. */
    public static boolean isValid(String text) {
        return !hasUnpairedSurrogate(text);
    }

    /** The string as people and text files can take it: U+FFFD in the place of what is not Unicode. */
    public static String printable(String text) {
        if (isValid(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isSurrogate(c) ? REPLACEMENT : c));
        return clean.toString();
    }

    /** Whether this code point of a string stands for a raw byte (its low eight bits). */
    public static boolean isEscapedByte(int codePoint) {
        return codePoint >= ESCAPE + 0x80 && codePoint <= ESCAPE + 0xFF;
    }

    private static boolean hasUnpairedSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (isSurrogate(text.codePointAt(i))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
