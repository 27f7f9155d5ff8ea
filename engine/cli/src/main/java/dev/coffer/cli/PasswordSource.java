package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.repository.Password;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place that a password comes from. */
sealed interface PasswordSource {

    /**
     * Has the password read from this place; the caller closes it.
     *
     * @param question what the user is asked, if it comes to that
     */
    Password read(PasswordReader reader, String question) throws IOException;

    /** The content of a file. */
    record InFile(String path) implements PasswordSource {
        @Override
        public Password read(PasswordReader reader, String question) throws IOException {
            return reader.fromFile(Path.of(path));
        }
    }

    /** The output of a command. */
    record FromCommand(String command) implements PasswordSource {
        @Override
        public Password read(PasswordReader reader, String question) throws IOException {
            return reader.fromCommand(command);
        }
    }

    /** The value of an environment variable. */
    record Literal(String password) implements PasswordSource {
        @Override
        public Password read(PasswordReader reader, String question) {
            return Password.of(password);
        }

        @Override
        public String toString() {
            return "Literal[hidden]";
        }
    }

    /** There is none: the password is empty. */
    record None() implements PasswordSource {
        @Override
        public Password read(PasswordReader reader, String question) {
            return Password.of("");
        }
    }

    /** The user is asked. */
    record Prompt() implements PasswordSource {
        @Override
        public Password read(PasswordReader reader, String question) throws IOException {
            return reader.fromUser(question);
        }
    }

    /**
     * The one that was named.
     *
     * @throws BadRequest if more than one was
     */
    static Optional<PasswordSource> choose(
            String fileOption, @Nullable String file, String commandOption, @Nullable String command, boolean none)
            throws BadRequest {
        if (file != null && command != null) {
            throw new BadRequest(fileOption + " and " + commandOption + " exclude each other; give one of them.");
        }
        if (none && (file != null || command != null)) {
            throw new BadRequest("--insecure-no-password makes no sense together with another source of passwords.");
        }
        if (none) {
            return Optional.of(new None());
        }
        return command != null
                ? Optional.of(new FromCommand(command))
                : Optional.ofNullable(file).map(InFile::new);
    }
}
