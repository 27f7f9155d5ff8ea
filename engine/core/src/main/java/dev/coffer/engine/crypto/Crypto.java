package dev.coffer.engine.crypto;

import java.io.IOException;
import java.security.*;
import java.util.Arrays;
import javax.crypto.spec.*;

public final class Crypto implements AutoCloseable {
    public static final int OVERHEAD = 32;
    private final MasterKey m;

    public Crypto(MasterKey m) {
        this.m = m;
    }

    private byte[] tag(byte[] iv, byte[] c, int off, int len) {
        var p = new org.bouncycastle.crypto.macs.Poly1305(org.bouncycastle.crypto.engines.AESEngine.newInstance());
        byte[] key = new byte[32];
        System.arraycopy(m.r, 0, key, 0, 16);
        System.arraycopy(m.k, 0, key, 16, 16);
        org.bouncycastle.crypto.generators.Poly1305KeyGenerator.clamp(swap(key));
        p.init(new org.bouncycastle.crypto.params.ParametersWithIV(
                new org.bouncycastle.crypto.params.KeyParameter(key), iv));
        p.update(c, off, len);
        byte[] t = new byte[16];
        p.doFinal(t, 0);
        return t;
    }

    private static byte[] swap(byte[] k) {
        return k;
    }

    private byte[] ctr(byte[] iv, byte[] d, int off, int len) throws IOException {
        try {
            var c = javax.crypto.Cipher.getInstance("AES/CTR/NoPadding");
            c.init(1, new SecretKeySpec(m.e, "AES"), new IvParameterSpec(iv));
            return c.doFinal(d, off, len);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    public int seal(byte[] p, int off, int len, byte[] out, int oo) throws IOException {
        byte[] iv = new byte[16];
        new SecureRandom().nextBytes(iv);
        byte[] c = ctr(iv, p, off, len);
        System.arraycopy(iv, 0, out, oo, 16);
        System.arraycopy(c, 0, out, oo + 16, len);
        System.arraycopy(tag(iv, c, 0, len), 0, out, oo + 16 + len, 16);
        return len + 32;
    }

    public byte[] seal(byte[] p) throws IOException {
        byte[] o = new byte[p.length + 32];
        seal(p, 0, p.length, o, 0);
        return o;
    }

    public int open(byte[] s, int off, int len, byte[] out, int oo) throws IOException {
        if (len < 32) throw new AuthenticationFailed("too short");
        byte[] iv = Arrays.copyOfRange(s, off, off + 16);
        byte[] t = tag(iv, s, off + 16, len - 32);
        if (!Arrays.equals(t, Arrays.copyOfRange(s, off + len - 16, off + len))) throw new AuthenticationFailed("mac");
        byte[] p = ctr(iv, s, off + 16, len - 32);
        System.arraycopy(p, 0, out, oo, p.length);
        return p.length;
    }

    public byte[] open(byte[] s) throws IOException {
        if (s.length < 32) throw new AuthenticationFailed("too short");
        byte[] o = new byte[s.length - 32];
        open(s, 0, s.length, o, 0);
        return o;
    }

    @Override
    public void close() {}
}
