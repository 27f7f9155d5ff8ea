package dev.coffer.backend.rclone;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendProvider;
import java.io.IOException;
import java.util.Set;

/** Opens {@code rclone:remote:path}, by starting rclone as a server of its own. */
public final class RcloneProvider implements BackendProvider {

    static final String SCHEME = "rclone";

    @Override
    public Set<String> schemes() {
        return Set.of(SCHEME);
    }

    @Override
    public Backend create(BackendLocation location, BackendOptions options) throws IOException {
        RcloneBackend backend = start(location, options);
        try {
            backend.createRepository();
            return backend;
        } catch (IOException e) {
            backend.close();
            throw e;
        }
    }

    @Override
    public Backend open(BackendLocation location, BackendOptions options) throws IOException {
        return start(location, options);
    }

    private static RcloneBackend start(BackendLocation location, BackendOptions options) throws IOException {
        if (location.path().isEmpty()) {
            throw new BackendException.Rejected(
                    "the location names no remote; it should look like rclone:remote:path, with a remote that"
                            + " 'rclone config' has set up",
                    null);
        }
        return RcloneBackend.start(location.path(), options);
    }
}
