package dev.coffer.mount;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds libfuse where systems put it: without the packages for developers, it has no name that the JVM would look for. */
final class FuseLibrary {

    private static final List<String> FOLDERS = List.of(
            "/usr/lib/x86_64-linux-gnu",
            "/usr/lib/aarch64-linux-gnu",
            "/lib/x86_64-linux-gnu",
            "/lib/aarch64-linux-gnu",
            "/usr/lib64",
            "/lib64",
            "/usr/lib",
            "/lib",
            "/usr/local/lib");

    private static final List<String> NAMES = List.of("libfuse3.so.4", "libfuse3.so.3", "libfuse3.so");

    private FuseLibrary() {}

    static Optional<String> find() {
        return FOLDERS.stream()
                .flatMap(FuseLibrary::candidates)
                .filter(Files::exists)
                .map(Path::toString)
                .findFirst();
    }

    private static Stream<Path> candidates(String folder) {
        return NAMES.stream().map(name -> Path.of(folder, name));
    }
}
