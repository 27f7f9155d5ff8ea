package dev.coffer.backend.http;

/** Strings as they are written in JSON. */
final class JsonText {

    private JsonText() {}

    static String quote(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2).append('"');
        value.chars().forEach(c -> append(text, (char) c));
        return text.append('"').toString();
    }

    private static void append(StringBuilder text, char c) {
        if (c == '"' || c == '\\') {
            text.append('\\').append(c);
        } else if (c < ' ' || Character.isSurrogate(c)) {
            text.append(String.format("\\u%04x", (int) c));
        } else {
            text.append(c);
        }
    }
}
