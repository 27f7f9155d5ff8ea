package dev.coffer.engine.crypto;

public final class AuthenticationFailed extends java.io.IOException {
    public AuthenticationFailed(String m) {
        super(m);
    }
}
