package dev.coffer.engine.filter;

import dev.coffer.engine.text.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Files of patterns: one per line, without the space around it; empty lines and those that begin with {@code #} do not
 * count; {@code $NAME} and {@code ${NAME}} stand for variables of the environment, {@code $$} for a dollar.
 */
public final class PatternFile {

    private PatternFile() {}

    /** The patterns in a file in UTF-8, or UTF-16 with a byte order mark. */
    public static List<String> read(Path file, Map<String, String> environment) throws IOException {
        return TextFile.lines(Files.readAllBytes(file)).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> Variables.expand(line, environment))
                .toList();
    }
}
