package dev.coffer.engine.tree;

import dev.coffer.engine.text.NativeString;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The first layer of escaping of names in trees: Go's {@code strconv.Quote} without the quotes around. JSON's own escaping
 * comes on top of it.
 */
final class GoQuote {

    private static final HexFormat HEX = HexFormat.of();
    private static final String SHORT_ESCAPES = "abfnrtv\\\"";
    private static final String SHORT_ESCAPED = "\u0007\b\f\n\r\t\u000B\\\"";

    private GoQuote() {}

    static String quote(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!isPlain(name.charAt(i))) {
                return quoteFrom(i, name);
            }
        }
        return name;
    }

    private static boolean isPlain(int c) {
        return c >= ' ' && c < 0x7F && c != '"' && c != '\\';
    }

    private static String quoteFrom(int start, String name) {
        StringBuilder quoted = new StringBuilder(name.length() + 16).append(name, 0, start);
        int at = start;
        while (at < name.length()) {
            int codePoint = name.codePointAt(at);
            quote(codePoint, quoted);
            at += Character.charCount(codePoint);
        }
        return quoted.toString();
    }

    private static void quote(int codePoint, StringBuilder quoted) {
        int escape = SHORT_ESCAPED.indexOf(codePoint);
        if (escape >= 0) {
            quoted.append('\\').append(SHORT_ESCAPES.charAt(escape));
        } else if (isPlain(codePoint) || Printable.contains(codePoint)) {
            quoted.appendCodePoint(codePoint);
        } else if (codePoint < ' ' || codePoint == 0x7F) {
            quoted.append("\\x").append(HEX.toHexDigits((byte) codePoint));
        } else if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            quoteBytes(NativeString.encode(Character.toString(codePoint)), quoted);
        } else if (codePoint <= Character.MAX_VALUE) {
            quoted.append("\\u").append(HEX.toHexDigits((char) codePoint));
        } else {
            quoted.append("\\U").append(HEX.toHexDigits(codePoint));
        }
    }

    private static void quoteBytes(byte[] bytes, StringBuilder quoted) {
        for (byte b : bytes) {
            quoted.append("\\x").append(HEX.toHexDigits(b));
        }
    }

    /**
     * The name that a quoted one stands for.
     *
     * @throws IllegalArgumentException if Go would refuse to unquote it
     */
    static String unquote(String quoted) {
        boolean plain = quoted.indexOf('\\') < 0 && quoted.indexOf('"') < 0 && quoted.indexOf('\n') < 0;
        return plain ? quoted : new Unquoting(quoted).name();
    }

    /** Works on bytes, because several escaped bytes in a row may make up one character. */
    private static final class Unquoting {

        private final String quoted;
        private final ByteArrayOutputStream bytes;
        private int at;

        Unquoting(String quoted) {
            this.quoted = quoted;
            this.bytes = new ByteArrayOutputStream(quoted.length() + 16);
        }

        String name() {
            while (at < quoted.length()) {
                int codePoint = quoted.codePointAt(at);
                at += Character.charCount(codePoint);
                switch (codePoint) {
                    case '\\' -> escape();
                    case '"', '\n' -> throw malformed();
                    default -> character(codePoint);
                }
            }
            return NativeString.decode(bytes.toByteArray());
        }

        private void escape() {
            if (at == quoted.length()) {
                throw malformed();
            }
            char kind = quoted.charAt(at++);
            int shortEscape = SHORT_ESCAPES.indexOf(kind);
            if (shortEscape >= 0) {
                bytes.write(SHORT_ESCAPED.charAt(shortEscape));
                return;
            }
            switch (kind) {
                case 'x' -> bytes.write(digits(2, 16));
                case 'u' -> character(digits(4, 16));
                case 'U' -> character(digits(8, 16));
                default -> {
                    at--;
                    bytes.write(octal());
                }
            }
        }

        private int octal() {
            int value = digits(3, 8);
            if (value > 0xFF) {
                throw malformed();
            }
            return value;
        }

        private int digits(int count, int radix) {
            if (quoted.length() - at < count) {
                throw malformed();
            }
            long value = 0;
            for (int i = 0; i < count; i++) {
                int digit = Character.digit(quoted.charAt(at++), radix);
                if (digit < 0) {
                    throw malformed();
                }
                value = value * radix + digit;
            }
            return (int) Math.min(value, Integer.MAX_VALUE);
        }

        private void character(int codePoint) {
            boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
            if (surrogate || !Character.isValidCodePoint(codePoint)) {
                throw malformed();
            }
            bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
        }

        private IllegalArgumentException malformed() {
            return new IllegalArgumentException("wrong escaping near character " + at);
        }
    }
}
