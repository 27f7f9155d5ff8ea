package dev.coffer.engine.source;

import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.text.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lists of targets in files, in the three forms restic knows ({@code --files-from} and its kin). */
public final class FilesFrom {

    private static final String STANDARD_INPUT = "-";

    private FilesFrom() {}

    /** The content of a list; {@code -} is the standard input. */
    public static byte[] content(String file, InputStream standardInput) throws IOException {
        return STANDARD_INPUT.equals(file) ? standardInput.readAllBytes() : Files.readAllBytes(Path.of(file));
    }

    /**
     * Patterns, one in a line, without the space around it. Empty lines and those that begin with {@code #} do not count.
     * They are still to be expanded, see {@link PathExpansion}.
     */
    public static List<String> patterns(byte[] content) {
        return TextFile.lines(content).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** Targets, one in a line, as they are. Empty lines do not count. */
    public static List<String> verbatim(byte[] content) {
        return TextFile.lines(content).stream().filter(line -> !line.isEmpty()).toList();
    }

    /**
     * Targets, each with a zero byte after it, as they are.
     *
     * @throws IllegalArgumentException if a name is empty, or the last one is not ended and so may be cut off
     */
    public static List<String> raw(byte[] content) {
        List<String> targets = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == 0) {
                if (i == start) {
                    throw new IllegalArgumentException("the list holds an empty name at byte " + i);
                }
                targets.add(NativeString.decode(content, start, i - start));
                start = i + 1;
            }
        }
        if (start < content.length) {
            throw new IllegalArgumentException("the list does not end with a zero byte; it may be cut off");
        }
        return targets;
    }
}
