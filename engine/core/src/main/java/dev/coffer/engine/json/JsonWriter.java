package dev.coffer.engine.json;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON as Go's {@code encoding/json} does with HTML escaping, into memory: no white space, {@code < > &} and U+2028,
 * U+2029 as escapes, the replacement character (as an escape) for lone surrogates.
 *
 * <p>Puts commas by itself; that names and values alternate and that braces match is the caller's matter. For one thread at a
 * time.
 */
public final class JsonWriter {

    private static final int INITIAL_CAPACITY = 512;
    private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final boolean[] PLAIN = new boolean[0x80];

    static {
        Arrays.fill(PLAIN, ' ', PLAIN.length, true);
        for (char c : "\"\\<>&".toCharArray()) {
            PLAIN[c] = false;
        }
    }

    private byte[] buffer = new byte[INITIAL_CAPACITY];
    private int size;
    private boolean commaDue;

    /** The time written last: one often stands beside the same once more. */
    private OffsetDateTime time = GoTime.ZERO;

    private String timeText = GoTime.ZERO_TEXT;

    /** A writer of one document. */
    public JsonWriter() {}

    public JsonWriter beginObject() {
        return open('{');
    }

    public JsonWriter endObject() {
        return close('}');
    }

    public JsonWriter beginArray() {
        return open('[');
    }

    public JsonWriter endArray() {
        return close(']');
    }

    public JsonWriter name(String name) {
        value(name);
        put(':');
        commaDue = false;
        return this;
    }

    public JsonWriter value(String text) {
        beginValue();
        put('"');
        ensure(text.length() + 1);
        byte[] target = buffer;
        int end = size;
        int at = 0;
        while (at < text.length() && isPlain(text.charAt(at))) {
            target[end++] = (byte) text.charAt(at++);
        }
        size = end;
        if (at < text.length()) {
            escapeFrom(at, text);
        }
        put('"');
        return this;
    }

    private void escapeFrom(int start, String text) {
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isPlain(c)) {
                put(c);
                at++;
            } else {
                int codePoint = text.codePointAt(at);
                special(codePoint);
                at += Character.charCount(codePoint);
            }
        }
    }

    private static boolean isPlain(char c) {
        return c < PLAIN.length && PLAIN[c];
    }

    public JsonWriter value(long number) {
        return number >= 0 ? digits(number) : raw(Long.toString(number));
    }

    public JsonWriter valueUnsigned(long number) {
        return number >= 0 ? digits(number) : raw(Long.toUnsignedString(number));
    }

    private JsonWriter digits(long number) {
        beginValue();
        int count = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            count++;
        }
        ensure(count);
        size += count;
        long rest = number;
        for (int at = size - 1; at >= size - count; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return this;
    }

    /**
     * Writes a number in the shortest form that reads back as the same.
     *
     * @throws IllegalArgumentException for infinities and NaN, which JSON does not have
     */
    public JsonWriter value(double number) {
        return raw(GoNumber.format(number));
    }

    public JsonWriter value(boolean value) {
        return raw(value ? "true" : "false");
    }

    public JsonWriter value(OffsetDateTime newTime) {
        if (!newTime.equals(time)) {
            timeText = GoTime.format(newTime);
            time = newTime;
        }
        return value(timeText);
    }

    /** Writes an array of strings, or null. */
    public JsonWriter value(@Nullable List<String> texts) {
        if (texts == null) {
            return nullValue();
        }
        beginArray();
        texts.forEach(this::value);
        return endArray();
    }

    public JsonWriter nullValue() {
        return raw("null");
    }

    /** Writes a string of 16 lower-case hex digits for each word. */
    public JsonWriter valueHex(long... words) {
        beginValue();
        ensure(2 + words.length * Long.BYTES * 2);
        put('"');
        for (long word : words) {
            for (int shift = Long.SIZE - 4; shift >= 0; shift -= 4) {
                buffer[size++] = HEX[(int) (word >>> shift) & 0xF];
            }
        }
        put('"');
        return this;
    }

    /** Writes bytes as a string in standard base64. */
    public JsonWriter valueBase64(byte[] bytes) {
        return value(Base64.getEncoder().encodeToString(bytes));
    }

    /** Writes a value that is JSON already. */
    public JsonWriter raw(String json) {
        beginValue();
        return append(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds the newline that Go's encoder puts behind a document. */
    public JsonWriter newline() {
        put('\n');
        return this;
    }

    /** Number of bytes written. */
    public int size() {
        return size;
    }

    /** A copy of what was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(buffer, size);
    }

    /** What was written, in the first {@link #size()} bytes, without a copy: valid until the writer is used again. */
    public byte[] buffer() {
        return buffer;
    }

    /** A writer that can go on independently from here. */
    public JsonWriter copy() {
        JsonWriter copy = new JsonWriter();
        copy.commaDue = commaDue;
        copy.size = size;
        copy.buffer = Arrays.copyOf(buffer, Math.max(size, INITIAL_CAPACITY));
        return copy;
    }

    /** Forgets what was written so far, which has been taken elsewhere, and goes on with the same document. */
    public void drain() {
        size = 0;
    }

    /** Forgets what was written and starts anew with the same memory. */
    public void reset() {
        size = 0;
        commaDue = false;
    }

    /** What was written, for messages and tests. */
    @Override
    public String toString() {
        return new String(buffer, 0, size, StandardCharsets.UTF_8);
    }

    private JsonWriter open(char brace) {
        beginValue();
        put(brace);
        commaDue = false;
        return this;
    }

    private JsonWriter close(char brace) {
        put(brace);
        commaDue = true;
        return this;
    }

    private void beginValue() {
        if (commaDue) {
            put(',');
        }
        commaDue = true;
    }

    private void special(int codePoint) {
        switch (codePoint) {
            case '"', '\\' -> escape((char) codePoint);
            case '\b' -> escape('b');
            case '\f' -> escape('f');
            case '\n' -> escape('n');
            case '\r' -> escape('r');
            case '\t' -> escape('t');
            case '<', '>', '&', 0x2028, 0x2029 -> escapeUnicode(codePoint);
            default -> {
                if (codePoint < ' ') {
                    escapeUnicode(codePoint);
                } else if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                    escapeUnicode('\uFFFD');
                } else {
                    append(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private void escape(char c) {
        put('\\');
        put(c);
    }

    private void escapeUnicode(int c) {
        escape('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            put((char) HEX[(c >>> shift) & 0xF]);
        }
    }

    private JsonWriter append(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
        return this;
    }

    private void put(char ascii) {
        ensure(1);
        buffer[size++] = (byte) ascii;
    }

    private void ensure(int more) {
        if (more > buffer.length - size) {
            long wanted = Math.max(2L * buffer.length, (long) size + more);
            if ((long) size + more > MAX_CAPACITY) {
                throw new OutOfMemoryError("a JSON text of more than 2 GiB");
            }
            buffer = Arrays.copyOf(buffer, (int) Math.min(wanted, MAX_CAPACITY));
        }
    }
}
