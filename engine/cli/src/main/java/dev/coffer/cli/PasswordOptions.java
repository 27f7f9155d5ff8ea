package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where the password comes from. */
final class PasswordOptions {

    @Option(
            names = {"-p", "--password-file"},
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "File that holds the password (RESTIC_PASSWORD_FILE).")
    @Nullable
    String file;

    @Option(
            names = "--password-command",
            scope = ScopeType.INHERIT,
            paramLabel = "COMMAND",
            description = "Command that prints the password (RESTIC_PASSWORD_COMMAND).")
    @Nullable
    String command;

    @Option(
            names = "--insecure-no-password",
            scope = ScopeType.INHERIT,
            description = "The repository has an empty password.")
    boolean none;

    @Option(
            names = "--key-hint",
            scope = ScopeType.INHERIT,
            paramLabel = "ID",
            description = "Id of the key to try first (RESTIC_KEY_HINT).")
    @Nullable
    String keyHint;

    /** The key to try first. */
    Optional<String> keyHint(Environment environment) {
        return Optional.ofNullable(keyHint).or(() -> environment.get("RESTIC_KEY_HINT"));
    }

    /** What was asked for; options win over the environment. */
    PasswordSource source(Environment environment) throws BadRequest {
        return choose(
                PasswordSource.choose("--password-file", file, "--password-command", command, none),
                environment,
                "RESTIC_PASSWORD");
    }

    /** What was given, else what variables say whose names start with {@code variable}, else the user is asked. */
    static PasswordSource choose(Optional<PasswordSource> given, Environment environment, String variable)
            throws BadRequest {
        if (given.isPresent()) {
            return given.get();
        }
        String file = variable + "_FILE";
        String command = variable + "_COMMAND";
        return PasswordSource.choose(
                        file,
                        environment.get(file).orElse(null),
                        command,
                        environment.get(command).orElse(null),
                        false)
                .or(() -> environment.get(variable).map(PasswordSource.Literal::new))
                .orElse(new PasswordSource.Prompt());
    }
}
