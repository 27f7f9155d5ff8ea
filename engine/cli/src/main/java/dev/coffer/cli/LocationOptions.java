package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where the repository is. */
final class LocationOptions {

    @Option(
            names = {"-r", "--repo"},
            scope = ScopeType.INHERIT,
            paramLabel = "LOCATION",
            description = "Repository to work on (RESTIC_REPOSITORY): a folder. Without any, your own one in"
                    + " ~/.local/share/coffer.")
    @Nullable
    String repository;

    @Option(
            names = "--repository-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "File that holds the repository's location (RESTIC_REPOSITORY_FILE).")
    @Nullable
    String file;

    /** The location that was asked for; an option wins over the environment. Empty: none was. */
    Optional<String> location(Environment environment) throws IOException {
        Optional<String> chosen =
                choose("--repo", Optional.ofNullable(repository), "--repository-file", Optional.ofNullable(file));
        return chosen.isPresent()
                ? chosen
                : choose(
                        "RESTIC_REPOSITORY",
                        environment.get("RESTIC_REPOSITORY"),
                        "RESTIC_REPOSITORY_FILE",
                        environment.get("RESTIC_REPOSITORY_FILE"));
    }

    static Optional<String> choose(String directName, Optional<String> direct, String fileName, Optional<String> inFile)
            throws IOException {
        if (direct.isPresent() && inFile.isPresent()) {
            throw new BadRequest(directName + " and " + fileName + " exclude each other; give one of them.");
        }
        return inFile.isPresent() ? Optional.of(read(inFile.get())) : direct;
    }

    private static String read(String file) throws IOException {
        String location = Files.readString(Path.of(file)).strip();
        if (location.isEmpty()) {
            throw new BadRequest("The repository file " + file + " is empty; it should hold a location.");
        }
        return location;
    }
}
