package dev.coffer.cli;

import java.util.Locale;

/** Text that cannot command a terminal, whoever chose the names in it. */
final class TerminalText {

    private TerminalText() {}

    /**
     * The text with each control character, but for ends of lines and tabs, written as JSON would: <code>&#92;u001b</code>. So JSON
     * stays JSON.
     */
    static String of(String text) {
        if (text.chars().noneMatch(TerminalText::commands)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (commands(c)) {
                safe.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                safe.append((char) c);
            }
        });
        return safe.toString();
    }

    private static boolean commands(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }
}
