package dev.coffer.engine.crypto;

import java.util.Arrays;

public final class MasterKey implements AutoCloseable {
    final byte[] e, k, r;

    private MasterKey(byte[] e, byte[] k, byte[] r) {
        this.e = e.clone();
        this.k = k.clone();
        this.r = r.clone();
        if (e.length != 32 || k.length != 16 || r.length != 16) throw new IllegalArgumentException("size");
    }

    public static MasterKey random() {
        byte[] b = new byte[64];
        new java.security.SecureRandom().nextBytes(b);
        return fromScrypt64(b);
    }

    public static MasterKey of(byte[] e, byte[] k, byte[] r) {
        return new MasterKey(e, k, r);
    }

    public static MasterKey fromScrypt64(byte[] b) {
        return new MasterKey(Arrays.copyOf(b, 32), Arrays.copyOfRange(b, 32, 48), Arrays.copyOfRange(b, 48, 64));
    }

    public byte[] encryptionKey() {
        return e.clone();
    }

    public byte[] macK() {
        return k.clone();
    }

    public byte[] macR() {
        return r.clone();
    }

    @Override
    public void close() {
        Arrays.fill(e, (byte) 0);
    }
}
