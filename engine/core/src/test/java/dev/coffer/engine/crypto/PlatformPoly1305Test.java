package dev.coffer.engine.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlatformPoly1305Test extends OneTimeAuthenticatorContract {

    @Override
    OneTimeAuthenticator authenticator(byte[] r) {
        return PlatformPoly1305.takes(r) ? new PlatformPoly1305(r) : new Poly1305(r);
    }

    /** When it is gone from a new JDK, everything works as before, but slower, and nothing else would tell. */
    @Test
    void the_jdk_has_it() {
        assertThat(PlatformPoly1305.isThere()).isTrue();
    }
}
