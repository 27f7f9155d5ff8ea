package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A second repository that something is taken from, and its password; the options' names start with {@code --from}. */
final class FromOptions {

    @Option(
            names = "--from-repo",
            paramLabel = "LOCATION",
            description = "The other repository (RESTIC_FROM_REPOSITORY).")
    @Nullable
    String repository;

    @Option(
            names = "--from-repository-file",
            paramLabel = "FILE",
            description = "File that holds its location (RESTIC_FROM_REPOSITORY_FILE).")
    @Nullable
    String repositoryFile;

    @Option(
            names = "--from-password-file",
            paramLabel = "FILE",
            description = "File that holds its password (RESTIC_FROM_PASSWORD_FILE).")
    @Nullable
    String passwordFile;

    @Option(
            names = "--from-password-command",
            paramLabel = "COMMAND",
            description = "Command that prints its password (RESTIC_FROM_PASSWORD_COMMAND).")
    @Nullable
    String passwordCommand;

    @Option(names = "--from-insecure-no-password", description = "Its password is empty.")
    boolean noPassword;

    @Option(
            names = "--from-key-hint",
            paramLabel = "ID",
            description = "Id of its key to try first (RESTIC_FROM_KEY_HINT).")
    @Nullable
    String keyHint;

    /** Whether the user has named it among the options. */
    boolean isNamed() {
        return repository != null || repositoryFile != null;
    }

    /**
     * Where it is.
     *
     * @throws BadRequest if the user did not say
     */
    String location(Environment environment) throws IOException {
        Optional<String> chosen = LocationOptions.choose(
                "--from-repo",
                Optional.ofNullable(repository),
                "--from-repository-file",
                Optional.ofNullable(repositoryFile));
        Optional<String> preset = chosen.isPresent()
                ? chosen
                : LocationOptions.choose(
                        "RESTIC_FROM_REPOSITORY",
                        environment.get("RESTIC_FROM_REPOSITORY"),
                        "RESTIC_FROM_REPOSITORY_FILE",
                        environment.get("RESTIC_FROM_REPOSITORY_FILE"));
        return preset.orElseThrow(() -> new BadRequest("Say which repository to take it from: --from-repo LOCATION."));
    }

    PasswordSource password(Environment environment) throws BadRequest {
        return PasswordOptions.choose(
                PasswordSource.choose(
                        "--from-password-file", passwordFile, "--from-password-command", passwordCommand, noPassword),
                environment,
                "RESTIC_FROM_PASSWORD");
    }

    Optional<String> keyHint(Environment environment) {
        return Optional.ofNullable(keyHint).or(() -> environment.get("RESTIC_FROM_KEY_HINT"));
    }
}
