package dev.coffer.engine.filter;

import java.util.Map;

/** Replaces variables as Go's {@code os.Expand} does: unknown ones by nothing, malformed ones by nothing. */
final class Variables {

    /** Characters that are a name by themselves. */
    private static final String SINGLE = "*#$@!?-0123456789";

    private Variables() {}

    static String expand(String text, Map<String, String> environment) {
        StringBuilder result = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) != '$' || at + 1 == text.length()) {
                result.append(text.charAt(at++));
            } else {
                at = expandAt(text, at + 1, environment, result);
            }
        }
        return result.toString();
    }

    /** Appends the value of the variable whose name or brace begins at {@code at}; returns where the text goes on. */
    private static int expandAt(String text, int at, Map<String, String> environment, StringBuilder result) {
        char first = text.charAt(at);
        if (first == '{') {
            int close = text.indexOf('}', at);
            if (close < 0) {
                return at + 1;
            }
            result.append(value(text.substring(at + 1, close), environment));
            return close + 1;
        }
        int end = SINGLE.indexOf(first) >= 0 ? at + 1 : endOfName(text, at);
        result.append(end == at ? "$" : value(text.substring(at, end), environment));
        return end;
    }

    private static int endOfName(String text, int at) {
        int end = at;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isNamePart(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static String value(String name, Map<String, String> environment) {
        return "$".equals(name) ? "$" : environment.getOrDefault(name, "");
    }
}
