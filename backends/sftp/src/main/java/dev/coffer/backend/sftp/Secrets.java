package dev.coffer.backend.sftp;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.ShellWords;
import dev.coffer.backend.sftp.ssh.SecretSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A secret that is in a file, printed by a command, or in the environment; never in an option itself, which other users of this
 * machine could read. The options are {@code sftp.<name>-file} and {@code sftp.<name>-command}, the variable
 * {@code COFFER_SFTP_<NAME>}; that is the order in which they count. White space at the end is cut off.
 *
 * @param name such as {@code password}
 * @param variable of the environment
 */
record Secrets(BackendOptions options, String name, String variable) implements SecretSource {

    @Override
    public Optional<String> read() throws IOException {
        Optional<String> file = options.option("sftp." + name + "-file");
        if (file.isPresent()) {
            return Optional.of(fromFile(file.get()));
        }
        Optional<String> command = options.option("sftp." + name + "-command");
        if (command.isPresent()) {
            return Optional.of(fromCommand(command.get()));
        }
        return Optional.ofNullable(options.environment().get(variable));
    }

    @Override
    public String howToGive() {
        return "variable " + variable + ", or option sftp." + name + "-file or sftp." + name + "-command";
    }

    private String fromFile(String file) throws BackendException {
        try {
            return Files.readString(Path.of(file)).stripTrailing();
        } catch (IOException e) {
            throw new BackendException.Rejected("cannot read the " + name + " for SFTP from " + file, e);
        }
    }

    private String fromCommand(String line) throws IOException {
        List<String> words = words("sftp." + name + "-command", line);
        String attempt = "get the " + name + " for SFTP by running '" + words.getFirst() + "'";
        try {
            Process process = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            if (exit != 0) {
                throw new BackendException.Rejected("cannot " + attempt + ": it ended with exit code " + exit, null);
            }
            return answer.stripTrailing();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted; did not " + attempt);
        }
    }

    /** @throws BackendException.Rejected if the option is no command */
    static List<String> words(String option, String line) throws BackendException.Rejected {
        try {
            return ShellWords.split(line);
        } catch (IllegalArgumentException e) {
            throw new BackendException.Rejected("option " + option + ": " + e.getMessage(), e);
        }
    }

    /** The options may hold other secrets. */
    @Override
    public String toString() {
        return name;
    }
}
