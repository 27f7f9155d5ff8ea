package dev.coffer.engine.crypto;

class Poly1305Test extends OneTimeAuthenticatorContract {

    @Override
    OneTimeAuthenticator authenticator(byte[] r) {
        return new Poly1305(r);
    }
}
