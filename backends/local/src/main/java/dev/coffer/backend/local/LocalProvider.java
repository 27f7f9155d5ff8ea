package dev.coffer.backend.local;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;

/** Opens repositories in folders. Option {@code local.connections}: requests at the same time, 2 unless given. */
public final class LocalProvider implements BackendProvider {

    private static final String SCHEME = "local";
    private static final int PREFERRED_CONNECTIONS = 2;

    /** Without state: one is as good as another. */
    public LocalProvider() {}

    @Override
    public Set<String> schemes() {
        return Set.of(SCHEME);
    }

    /** Creates the folder with its parents and all folders for files, as far as they are not there. */
    @Override
    public Backend create(BackendLocation location, BackendOptions options) throws IOException {
        Path root = root(location);
        int connections = options.connections(SCHEME, PREFERRED_CONNECTIONS);
        refuseFile(root);
        LocalModes modes = LocalModes.of(root);
        new RepositoryFolders(root, modes).create();
        return new LocalBackend(root, modes, connections);
    }

    @Override
    public Backend open(BackendLocation location, BackendOptions options) throws IOException {
        Path root = root(location);
        int connections = options.connections(SCHEME, PREFERRED_CONNECTIONS);
        refuseFile(root);
        if (!Files.isDirectory(root)) {
            throw new BackendException.Missing("there is no folder " + root, null);
        }
        return new LocalBackend(root, LocalModes.of(root), connections);
    }

    private static Path root(BackendLocation location) throws BackendException {
        if (location.path().isEmpty()) {
            throw new BackendException.Rejected(
                    "the location names no folder; give a path, as in local:/srv/backup", null);
        }
        try {
            return Path.of(location.path()).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new BackendException.Rejected("not a path: " + e.getMessage(), e);
        }
    }

    private static void refuseFile(Path root) throws BackendException {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new BackendException.Rejected(root + " is not a folder, so it cannot be a repository", null);
        }
    }
}
