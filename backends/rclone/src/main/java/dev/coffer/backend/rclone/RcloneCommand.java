package dev.coffer.backend.rclone;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.ShellWords;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How rclone is started: the options {@code rclone.program}, {@code rclone.args} and {@code rclone.timeout}, with restic's
 * meanings and defaults, except that it is spoken to over a local address and not by its standard input.
 *
 * @param words program and arguments
 * @param patience how long it may take until it serves
 */
record RcloneCommand(List<String> words, Duration patience) {

    private static final String DEFAULT_ARGUMENTS = "serve restic --b2-hard-delete";
    private static final String STDIO = "--stdio";

    static RcloneCommand of(String remote, BackendOptions options) throws BackendException.Rejected {
        List<String> words = new ArrayList<>(words(options, "rclone.program", "rclone"));
        words.addAll(words(options, "rclone.args", DEFAULT_ARGUMENTS));
        words.removeIf(STDIO::equals);
        words.add(remote);
        return new RcloneCommand(List.copyOf(words), patience(options));
    }

    String program() {
        return words.getFirst();
    }

    private static List<String> words(BackendOptions options, String name, String otherwise)
            throws BackendException.Rejected {
        try {
            return ShellWords.split(options.option(name).orElse(otherwise));
        } catch (IllegalArgumentException e) {
            throw new BackendException.Rejected("option " + name + ": " + e.getMessage(), e);
        }
    }

    private static Duration patience(BackendOptions options) throws BackendException.Rejected {
        Optional<String> given = options.option("rclone.timeout");
        if (given.isEmpty()) {
            return Duration.ofMinutes(1);
        }
        try {
            Duration patience = Duration.parse("PT" + given.get().strip());
            if (patience.isPositive()) {
                return patience;
            }
        } catch (DateTimeParseException _) {
            // told below
        }
        throw new BackendException.Rejected(
                "option rclone.timeout must be a time such as 90s or 2m, not '" + given.get() + "'", null);
    }
}
