package dev.coffer.cli;

import dev.coffer.backend.wrap.CacheDirectory;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where copies of the repository's metadata are kept. */
final class CacheOptions {

    @Option(
            names = "--no-cache",
            scope = ScopeType.INHERIT,
            description = "Do without a local copy of the repository's metadata.")
    boolean none;

    @Option(
            names = "--cache-dir",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Where that copy is (RESTIC_CACHE_DIR); it is restic's own, and shared with it.")
    @Nullable
    String directory;

    @Option(
            names = "--cleanup-cache",
            scope = ScopeType.INHERIT,
            description = "Delete copies that were not used for 30 days.")
    boolean cleanup;

    boolean cleanup() {
        return cleanup;
    }

    /** The folder to use, if there is to be a cache. */
    Optional<CacheDirectory> directory(Environment environment) {
        if (none) {
            return Optional.empty();
        }
        return directory != null
                ? Optional.of(new CacheDirectory(Path.of(directory)))
                : CacheDirectory.ofUser(environment.variables(), System.getProperty("os.name", ""));
    }
}
