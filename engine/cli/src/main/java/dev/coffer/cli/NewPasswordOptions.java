package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the password of a new key comes from. */
final class NewPasswordOptions {

    @Option(names = "--new-password-file", paramLabel = "FILE", description = "File that holds the new password.")
    private @Nullable String file;

    @Option(names = "--new-insecure-no-password", description = "Let the new password be empty.")
    private boolean none;

    PasswordSource source() throws BadRequest {
        return PasswordSource.choose("--new-password-file", file, "", null, none)
                .orElse(new PasswordSource.Prompt());
    }
}
