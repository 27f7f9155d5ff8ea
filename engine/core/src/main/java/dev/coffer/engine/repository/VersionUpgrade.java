package dev.coffer.engine.repository;

import dev.coffer.backend.Backend;
import dev.coffer.backend.Content;
import dev.coffer.backend.Handle;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Makes a repository one of the latest version. Nothing but the config says which version it is; what is stored already stays as
 * it is, and is good in the new version too.
 *
 * <p>Without its config a repository is lost, and not every store can replace a file as a whole. So the old one is kept on this
 * machine until the new one is stored, and is put back if that fails; that it opens is made sure of before.
 */
final class VersionUpgrade {

    private final Backend backend;
    private final Crypto crypto;

    VersionUpgrade(Backend backend, Crypto crypto) {
        this.backend = backend;
        this.crypto = crypto;
    }

    void run(RepositoryConfig config) throws IOException {
        if (config.version() >= RepositoryConfig.LATEST_VERSION) {
            throw new BadRequest("The repository is of version " + config.version() + " already.");
        }
        byte[] upgraded =
                crypto.seal(config.withVersion(RepositoryConfig.LATEST_VERSION).encode());
        byte[] old = SealedConfig.load(backend, crypto).stored();
        Path copy = Files.write(Files.createTempFile("coffer-config-", ""), old);
        try {
            replace(upgraded);
            requireStored();
        } catch (IOException e) {
            throw new IOException("The upgrade failed: " + e.getMessage() + ". " + putBack(old, copy), e);
        }
        Files.delete(copy);
    }

    private void requireStored() throws IOException {
        if (SealedConfig.load(backend, crypto).decode().version() != RepositoryConfig.LATEST_VERSION) {
            throw new IOException("the store still gives the old config");
        }
    }

    private void replace(byte[] content) throws IOException {
        if (!backend.properties().atomicReplace()) {
            backend.remove(Handle.CONFIG);
        }
        backend.save(Handle.CONFIG, Content.of(content));
    }

    /** Also when the upgrade was interrupted; tells what has become of it. */
    private String putBack(byte[] old, Path copy) throws IOException {
        AtomicBoolean done = new AtomicBoolean();
        Shielded.run("old config", () -> {
            backend.save(Handle.CONFIG, Content.of(old));
            done.set(true);
        });
        if (!done.get()) {
            return "The repository may have no config now: put " + copy + " there under the name config.";
        }
        Files.delete(copy);
        return "The old config was put back, and nothing has changed.";
    }
}
