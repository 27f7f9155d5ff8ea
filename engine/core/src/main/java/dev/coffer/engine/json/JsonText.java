package dev.coffer.engine.json;

import java.util.HexFormat;

/**
 * The characters of a JSON text, with their grammar but without structure: strings, numbers, words, white space. Never reads
 * beyond the given range, whatever the text.
 */
final class JsonText {

    private static final int END = -1;
    private static final int MAX_SHORT_DIGITS = 18;

    final byte[] bytes;
    /** Next byte to read. */
    int at;

    private final int start;
    private final int end;

    JsonText(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.start = offset;
        this.at = offset;
        this.end = offset + length;
    }

    int position() {
        return at - start;
    }

    MalformedJson malformed(String problem) {
        return new MalformedJson(problem, position());
    }

    /** The next byte, or -1 at the end. */
    int current() {
        return at < end ? bytes[at] : END;
    }

    /** Skips white space and tells the byte behind it, or -1 at the end. */
    int skipSpace() {
        while (at < end && isSpace(bytes[at])) {
            at++;
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
     * Skips a string with its quotes.
     *
     * @return whether it holds plain ASCII only, without escapes
     */
    boolean string() throws MalformedJson {
        expect('"');
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
        at++;
        return plain;
    }

    private void skipPlain() {
        int next = at;
        while (next < end && bytes[next] >= ' ' && bytes[next] != '"' && bytes[next] != '\\') {
            next++;
        }
        at = next;
    }

    private void requireBeyondAscii(int c) throws MalformedJson {
        if (at >= end) {
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

    /** Skips a number. */
    void number() throws MalformedJson {
        skipSpace();
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

    private void sign() {
        if (current() == '+' || current() == '-') {
            at++;
        }
    }

    private boolean skipIf(char c) {
        boolean found = current() == c;
        at += found ? 1 : 0;
        return found;
    }

    private void digits() throws MalformedJson {
        int first = at;
        while (current() >= '0' && current() <= '9') {
            at++;
        }
        if (at == first) {
            throw malformed("expected a digit but found " + describe(current()));
        }
    }

    /** Value of the number from {@code first} to here if it is made of at most 18 digits and nothing else, otherwise -1. */
    long shortWhole(int first) {
        if (at - first > MAX_SHORT_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int i = first; i < at; i++) {
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
