package dev.coffer.engine.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a JSON text, with their grammar but without structure: strings, numbers, words, white space. Never reads
 * beyond the given range, whatever the text.
 *
 * <p>A text that comes from a stream is seen through a window, which holds at least the last string or number and is as long as
 * the longest of them needs.
 */
final class JsonText {

    private static final int END = -1;
    private static final int MAX_SHORT_DIGITS = 18;
    private static final int MAX_WINDOW = 1 << 30;

    /** What is read last stays in the window while space is skipped, so endless space would fill the memory. */
    private static final int MAX_SPACE = 1 << 20;

    private static final int UNUSED = Integer.MAX_VALUE;

    /** The window: all that the methods here and the positions below refer to. */
    byte[] bytes;
    /** Next byte to read. */
    int at;
    /** Where the string (behind its quote) or number read last begins. */
    int tokenStart;
    /** Where the string read last ends, before its quote. */
    int tokenEnd;

    /** What comes behind the window, if anything does. */
    private @Nullable InputStream rest;

    private int pinned = UNUSED;
    private int end;
    /** Position in the text of the first byte of the window. */
    private long passed;

    /** A text in memory, all in the window. */
    JsonText(byte[] bytes, int offset, int length) {
        this(bytes, offset, offset + length, null);
        this.passed = -offset;
    }

    /** @param window its length is how much is read at a time */
    JsonText(InputStream text, int window) {
        this(new byte[window], 0, 0, text);
    }

    private JsonText(byte[] bytes, int at, int end, @Nullable InputStream rest) {
        this.bytes = bytes;
        this.at = at;
        this.tokenStart = at;
        this.end = end;
        this.rest = rest;
    }

    /** In bytes from the start of the text; those from 2³¹ on count as the last below. */
    int position() {
        return (int) Math.min(Integer.MAX_VALUE, passed + at);
    }

    /** Lets go of the string or number read last. */
    void forget() {
        tokenStart = at;
    }

    /** Keeps what comes from here on in the window, until {@link #unpin}. */
    void pin() {
        pinned = at;
    }

    /** Ends a pin and returns where it has moved to. */
    int unpin() {
        int start = pinned;
        pinned = UNUSED;
        return start;
    }

    /** Whether there is a byte to read, in the window after this call. */
    private boolean has() throws MalformedJson {
        return at < end || fetch();
    }

    private boolean fetch() throws MalformedJson {
        if (rest == null) {
            return false;
        }
        makeRoom();
        int count = read(rest);
        if (count < 0) {
            rest = null;
            return false;
        }
        end += count;
        return true;
    }

    private int read(InputStream from) throws MalformedJson {
        try {
            return from.read(bytes, end, bytes.length - end);
        } catch (IOException e) {
            MalformedJson malformed = malformed("cannot read on: " + e.getMessage());
            malformed.initCause(e);
            throw malformed;
        }
    }

    private void makeRoom() throws MalformedJson {
        int from = Math.min(tokenStart, pinned);
        System.arraycopy(bytes, from, bytes, 0, end - from);
        move(-from);
        if (end > bytes.length / 2) {
            if (bytes.length >= MAX_WINDOW) {
                throw malformed("a value that is too long");
            }
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
    }

    private void move(int distance) {
        at += distance;
        end += distance;
        tokenStart += distance;
        tokenEnd += distance;
        pinned += pinned == UNUSED ? 0 : distance;
        passed -= distance;
    }

    MalformedJson malformed(String problem) {
        return new MalformedJson(problem, position());
    }

    /** The next byte, or -1 at the end. */
    int current() throws MalformedJson {
        return has() ? bytes[at] : END;
    }

    /** Skips white space and tells the byte behind it, or -1 at the end. */
    int skipSpace() throws MalformedJson {
        int skipped = 0;
        while (has() && isSpace(bytes[at])) {
            at++;
            skipped++;
            if (skipped > MAX_SPACE) {
                throw malformed("more white space than any program writes");
            }
        }
        return current();
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** Skips white space and the given character, which must be there. */
    void expect(char expected) throws MalformedJson {
        int found = skipSpace();
        if (found != expected) {
            throw malformed("expected '" + expected + "' but found " + describe(found));
        }
        at++;
    }

    static String describe(int found) {
        return found == END ? "the end" : found > ' ' ? "'" + (char) found + "'" : "byte " + (found & 0xFF);
    }

    /** Skips a word such as {@code true}. */
    void word(String word) throws MalformedJson {
        for (int i = 0; i < word.length(); i++) {
            if (current() != word.charAt(i)) {
                throw malformed("expected " + word);
            }
            at++;
        }
    }

    /**
     * Skips a string with its quotes, and notes where it was.
     *
     * @return whether it holds plain ASCII only, without escapes
     */
    boolean string() throws MalformedJson {
        expect('"');
        tokenStart = at;
        skipPlain();
        boolean plain = current() == '"';
        while (current() != '"') {
            if (current() == '\\') {
                at++;
                escape();
            } else {
                requireBeyondAscii(current());
                at++;
            }
            skipPlain();
        }
        tokenEnd = at;
        at++;
        return plain;
    }

    private void skipPlain() throws MalformedJson {
        do {
            byte[] window = bytes;
            int next = at;
            while (next < end && window[next] >= ' ' && window[next] != '"' && window[next] != '\\') {
                next++;
            }
            at = next;
        } while (at == end && fetch());
    }

    private void requireBeyondAscii(int c) throws MalformedJson {
        if (!has()) {
            throw malformed("the text ends inside a string");
        }
        if (c >= 0) {
            throw malformed("a control character inside a string");
        }
    }

    private void escape() throws MalformedJson {
        switch (current()) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at++;
            case 'u' -> {
                at++;
                for (int i = 0; i < 4; i++) {
                    if (Character.digit(current(), 16) < 0) {
                        throw malformed("expected four hex digits");
                    }
                    at++;
                }
            }
            default -> throw malformed("unknown escape in a string: " + describe(current()));
        }
    }

    /** Skips a number, and notes where it began. */
    void number() throws MalformedJson {
        skipSpace();
        tokenStart = at;
        skipIf('-');
        if (!skipIf('0')) {
            digits();
        }
        if (skipIf('.')) {
            digits();
        }
        if (skipIf('e') || skipIf('E')) {
            sign();
            digits();
        }
    }

    private void sign() throws MalformedJson {
        if (current() == '+' || current() == '-') {
            at++;
        }
    }

    private boolean skipIf(char c) throws MalformedJson {
        boolean found = current() == c;
        at += found ? 1 : 0;
        return found;
    }

    private void digits() throws MalformedJson {
        if (!isDigit(current())) {
            throw malformed("expected a digit but found " + describe(current()));
        }
        while (isDigit(current())) {
            at++;
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Value of the number read last if it is made of at most 18 digits and nothing else, otherwise -1. */
    long shortWhole() {
        if (at - tokenStart > MAX_SHORT_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int i = tokenStart; i < at; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Value of the 16 hex digits from {@code first} on, which the text must be known to hold. */
    long hexWord(int first) throws MalformedJson {
        long word = 0;
        for (int i = first; i < first + Long.BYTES * 2; i++) {
            if (!HexFormat.isHexDigit(bytes[i])) {
                throw malformed("expected a hex digit but found " + describe(bytes[i]));
            }
            word = (word << 4) | HexFormat.fromHexDigit(bytes[i]);
        }
        return word;
    }
}
