package dev.coffer.engine.crypto;

import java.io.IOException;

/** Sealed bytes were not sealed with this key, or are not as they were sealed. Nothing of them has been decrypted. */
public final class AuthenticationFailed extends IOException {

    AuthenticationFailed(String message) {
        super(message);
    }
}
