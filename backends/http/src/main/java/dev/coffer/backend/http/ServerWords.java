package dev.coffer.backend.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a server says about a failure, short enough for a message. */
final class ServerWords {

    private static final int READ_AT_MOST = 64 << 10;
    private static final int QUOTE_AT_MOST = 300;

    private ServerWords() {}

    static String of(HttpAnswer answer) throws IOException {
        String words = printable(new String(answer.body().readNBytes(READ_AT_MOST), StandardCharsets.UTF_8));
        String target = answer.status() / 100 == 3
                ? answer.header("Location")
                        .map(to -> ", go to " + printable(to))
                        .orElse("")
                : "";
        return "the server answered " + answer.status() + target + (words.isEmpty() ? "" : " (" + words + ")");
    }

    private static String printable(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= QUOTE_AT_MOST ? line : line.substring(0, QUOTE_AT_MOST) + "…";
    }
}
