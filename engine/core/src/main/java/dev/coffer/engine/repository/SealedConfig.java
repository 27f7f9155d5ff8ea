package dev.coffer.engine.repository;

import dev.coffer.backend.Backend;
import dev.coffer.backend.Handle;
import dev.coffer.engine.crypto.AuthenticationFailed;
import dev.coffer.engine.crypto.Crypto;
import java.io.IOException;

/**
 * The config as it is stored, and what is in it. It is not named by its hash: only the seal shows whether a connection has spoilt
 * it, so what does not open is read once more.
 */
final class SealedConfig {

    private final byte[] stored;
    private final byte[] content;

    private SealedConfig(Crypto crypto, byte[] stored) throws AuthenticationFailed {
        this.stored = stored;
        this.content = crypto.open(stored);
    }

    static SealedConfig load(Backend backend, Crypto crypto) throws IOException {
        return open(backend, crypto, backend.load(Handle.CONFIG));
    }

    /** @param stored bytes that were loaded before the key was known */
    static SealedConfig open(Backend backend, Crypto crypto, byte[] stored) throws IOException {
        try {
            return new SealedConfig(crypto, stored);
        } catch (AuthenticationFailed _) {
            return new SealedConfig(crypto, backend.load(Handle.CONFIG));
        }
    }

    /** The bytes in the store; they open. */
    byte[] stored() {
        return stored;
    }

    RepositoryConfig decode() throws IOException {
        return RepositoryConfig.decode(content);
    }
}
