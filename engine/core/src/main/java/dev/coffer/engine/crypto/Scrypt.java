package dev.coffer.engine.crypto;

public final class Scrypt {
    private Scrypt() {}

    public static byte[] derive(byte[] pw, byte[] salt, int n, int r, int p, int len) {
        return org.bouncycastle.crypto.generators.SCrypt.generate(pw, salt, n, r, p, len);
    }
}
