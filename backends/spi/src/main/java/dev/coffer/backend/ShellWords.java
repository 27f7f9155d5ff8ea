package dev.coffer.backend;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line into words as a shell would: at white space, except in single or double quotes or after a backslash.
 * Nothing is expanded.
 */
public final class ShellWords {

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean started;
    private int at;

    private ShellWords(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException if a quote is not closed, or there is no word at all; the message is for people */
    public static List<String> split(String text) {
        return new ShellWords(text).words();
    }

    private List<String> words() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case '\'', '"' -> quoted(c);
                case '\\' -> escaped();
                case ' ', '\t', '\n', '\r' -> endWord();
                default -> append(c);
            }
        }
        endWord();
        if (words.isEmpty()) {
            throw new IllegalArgumentException("The command to run is empty.");
        }
        return words;
    }

    private void quoted(char quote) {
        started = true;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) {
                return;
            }
            if (c == '\\' && quote == '"') {
                escaped();
            } else {
                append(c);
            }
        }
        throw new IllegalArgumentException("A quote " + quote + " in the command to run is not closed.");
    }

    private void escaped() {
        if (at == text.length()) {
            throw new IllegalArgumentException("The command to run ends with a backslash.");
        }
        append(text.charAt(at++));
    }

    private void append(char c) {
        started = true;
        word.append(c);
    }

    private void endWord() {
        if (started) {
            words.add(word.toString());
            word.setLength(0);
            started = false;
        }
    }
}
