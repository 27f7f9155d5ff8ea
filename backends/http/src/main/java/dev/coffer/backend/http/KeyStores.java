package dev.coffer.backend.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** Key stores that exist in memory only. */
final class KeyStores {

    private KeyStores() {}

    static KeyStore empty() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new IllegalStateException("there was nothing to read", e);
        }
        return store;
    }
}
