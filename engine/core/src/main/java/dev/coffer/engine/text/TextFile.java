package dev.coffer.engine.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.ArrayList;
import java.util.List;

/** Text files that people write with any editor. */
public final class TextFile {

    private TextFile() {}

    /**
     * The lines of a file in UTF-16 if it begins with a byte order mark that says so, otherwise in UTF-8 with or without
     * mark. Bytes that are not UTF-8 are kept, see {@link NativeString}. Line ends are {@code \n} or {@code \r\n}.
     */
    public static List<String> lines(byte[] content) {
        String text = text(content);
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            boolean carriageReturn = end > start && text.charAt(end - 1) == '\r';
            lines.add(text.substring(start, carriageReturn ? end - 1 : end));
            start = end + 1;
        }
        return lines;
    }

    private static String text(byte[] content) {
        int first = content.length > 0 ? content[0] & 0xFF : 0;
        int second = content.length > 1 ? content[1] & 0xFF : 0;
        if (first == 0xFE && second == 0xFF) {
            return new String(content, 2, content.length - 2, UTF_16BE);
        }
        if (first == 0xFF && second == 0xFE) {
            return new String(content, 2, content.length - 2, UTF_16LE);
        }
        boolean marked = first == 0xEF && second == 0xBB && content.length > 2 && (content[2] & 0xFF) == 0xBF;
        return NativeString.decode(content, marked ? 3 : 0, content.length - (marked ? 3 : 0));
    }
}
