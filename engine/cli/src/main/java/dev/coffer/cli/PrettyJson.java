package dev.coffer.cli;

/** Lays JSON out over several lines, as restic's {@code cat} does. The values stay as they are, to the letter. */
final class PrettyJson {

    private static final String INDENT = "  ";

    private final String json;
    private final StringBuilder pretty = new StringBuilder();
    private int depth;

    private PrettyJson(String json) {
        this.json = json;
    }

    /** @param json one valid JSON text */
    static String of(String json) {
        return new PrettyJson(json).format();
    }

    private String format() {
        for (int at = 0; at < json.length(); at++) {
            char c = json.charAt(at);
            switch (c) {
                case '"' -> at = copyString(at);
                case '{', '[' -> at = open(at);
                case '}', ']' -> {
                    depth--;
                    newLine().append(c);
                }
                case ',' -> {
                    pretty.append(c);
                    newLine();
                }
                case ':' -> pretty.append(": ");
                case ' ', '\n', '\t', '\r' -> {}
                default -> pretty.append(c);
            }
        }
        return pretty.toString();
    }

    /** Copies the string that starts here; returns where it ends. */
    private int copyString(int start) {
        int end = start + 1;
        while (json.charAt(end) != '"') {
            end += json.charAt(end) == '\\' ? 2 : 1;
        }
        pretty.append(json, start, end + 1);
        return end;
    }

    /** Opens an object or array; what is empty stays on one line. */
    private int open(int at) {
        pretty.append(json.charAt(at));
        int next = at + 1;
        while (Character.isWhitespace(json.charAt(next))) {
            next++;
        }
        char c = json.charAt(next);
        if (c == '}' || c == ']') {
            pretty.append(c);
            return next;
        }
        depth++;
        newLine();
        return at;
    }

    private StringBuilder newLine() {
        return pretty.append('\n').repeat(INDENT, depth);
    }
}
