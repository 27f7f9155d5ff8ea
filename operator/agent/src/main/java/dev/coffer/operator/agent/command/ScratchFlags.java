package dev.coffer.operator.agent.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where things are kept that may be lost. */
final class ScratchFlags {

    @Option(names = "--scratch-dir", paramLabel = "DIR", description = "Folder for the cache (default: /stash-tmp).")
    private Path folder = Path.of("/stash-tmp");

    @Option(
            names = "--enable-cache",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "BOOL",
            description = "Whether to keep copies of the repository's metadata (default: true).")
    private boolean cached = true;

    /** Folder of the cache, if there is to be one. */
    Optional<Path> cache() {
        return cached ? Optional.of(folder.resolve("cache")) : Optional.empty();
    }
}
