package dev.coffer.engine.repository;

import dev.coffer.backend.Backend;
import dev.coffer.backend.Handle;
import dev.coffer.engine.crypto.AuthenticationFailed;
import dev.coffer.engine.crypto.Crypto;
import java.io.IOException;

/** The stored bytes of the config. They are not named by their hash: only the seal shows whether a connection has spoilt them. */
final class SealedConfig {

    private SealedConfig() {}

    /** The bytes, once they have opened; they are read twice if need be. */
    static byte[] load(Backend backend, Crypto crypto) throws IOException {
        byte[] sealed = backend.load(Handle.CONFIG);
        try {
            crypto.open(sealed);
            return sealed;
        } catch (AuthenticationFailed _) {
            byte[] again = backend.load(Handle.CONFIG);
            crypto.open(again);
            return again;
        }
    }

    /** What is in bytes that were loaded before the key was known; if these do not open, they are loaded again. */
    static byte[] open(Backend backend, Crypto crypto, byte[] sealed) throws IOException {
        try {
            return crypto.open(sealed);
        } catch (AuthenticationFailed _) {
            return crypto.open(backend.load(Handle.CONFIG));
        }
    }
}
