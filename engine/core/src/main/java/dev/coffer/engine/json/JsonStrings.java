package dev.coffer.engine.json;

/** Decodes the inside of JSON strings like Go: what is neither UTF-8 nor a pair of surrogates becomes U+FFFD. */
final class JsonStrings {

    private static final char REPLACEMENT = '\uFFFD';

    private JsonStrings() {}

    /** Decodes a string whose grammar has been checked already. */
    static String decode(byte[] text, int start, int end) {
        StringBuilder decoded = new StringBuilder(end - start);
        int at = start;
        while (at < end) {
            byte b = text[at];
            if (b == '\\') {
                at = escape(text, at + 1, end, decoded);
            } else if (b >= 0) {
                decoded.append((char) b);
                at++;
            } else {
                at = sequence(text, at, end, decoded);
            }
        }
        return decoded.toString();
    }

    private static int escape(byte[] text, int at, int end, StringBuilder decoded) {
        switch (text[at]) {
            case 'b' -> decoded.append('\b');
            case 'f' -> decoded.append('\f');
            case 'n' -> decoded.append('\n');
            case 'r' -> decoded.append('\r');
            case 't' -> decoded.append('\t');
            case 'u' -> {
                return unicode(text, at + 1, end, decoded);
            }
            default -> decoded.append((char) text[at]);
        }
        return at + 1;
    }

    private static int unicode(byte[] text, int at, int end, StringBuilder decoded) {
        char first = hex(text, at);
        int next = at + 4;
        if (!Character.isSurrogate(first)) {
            decoded.append(first);
        } else if (end - next >= 6 && text[next] == '\\' && text[next + 1] == 'u' && pair(first, hex(text, next + 2))) {
            decoded.append(first).append(hex(text, next + 2));
            next += 6;
        } else {
            decoded.append(REPLACEMENT);
        }
        return next;
    }

    private static boolean pair(char first, char second) {
        return Character.isSurrogatePair(first, second);
    }

    private static char hex(byte[] text, int at) {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = (value << 4) | Character.digit(text[at + i], 16);
        }
        return (char) value;
    }

    /** One sequence of more than one byte; each byte that is in none counts as one U+FFFD. */
    private static int sequence(byte[] text, int at, int end, StringBuilder decoded) {
        int first = text[at] & 0xFF;
        int size = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (size == 0 || end - at < size) {
            decoded.append(REPLACEMENT);
            return at + 1;
        }
        int value = first & (0xFF >> (size + 1));
        for (int i = 1; i < size; i++) {
            int continuation = text[at + i] & 0xFF;
            value = (continuation & 0xC0) == 0x80 ? (value << 6) | (continuation & 0x3F) : Integer.MIN_VALUE;
            if (value < 0) {
                decoded.append(REPLACEMENT);
                return at + 1;
            }
        }
        return append(value, at, size, decoded);
    }

    private static int append(int value, int at, int size, StringBuilder decoded) {
        boolean overlong = value < (size == 2 ? 0x80 : size == 3 ? 0x800 : 0x10000);
        boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
        if (overlong || surrogate || value > Character.MAX_CODE_POINT) {
            decoded.append(REPLACEMENT);
            return at + 1;
        }
        decoded.appendCodePoint(value);
        return at + size;
    }
}
