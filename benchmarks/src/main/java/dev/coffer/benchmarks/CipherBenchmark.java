package dev.coffer.benchmarks;

import dev.coffer.engine.crypto.AuthenticationFailed;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.crypto.MasterKey;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Encryption with authentication: sealing and opening, beside the same made of the JDK's AES-CTR and Bouncy Castle's
 * Poly1305-AES. The JDK's AES-GCM shows what another format could have.
 */
public class CipherBenchmark extends ThroughputBenchmark {

    private static final int IV_BYTES = 16;
    private static final int GCM_IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    @Param({"4096", "1048576"})
    int length;

    private byte[] content = {};
    private byte[] sealed = {};
    private byte[] target = {};
    private long nonce;
    private final Crypto crypto = new Crypto(MasterKey.random());
    private final SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");

    @Setup
    public void makeContent() {
        content = Corpus.RANDOM.bytes(length);
        sealed = crypto.seal(content);
        target = new byte[length + Crypto.OVERHEAD];
    }

    @Benchmark
    public int seal(BytesCounter bytes) {
        bytes.add(length);
        return crypto.seal(content, 0, length, target, 0);
    }

    @Benchmark
    public int open(BytesCounter bytes) throws AuthenticationFailed {
        bytes.add(length);
        return crypto.open(sealed, 0, sealed.length, target, 0);
    }

    @Benchmark
    public int sealJdkAndBouncyCastle(BytesCounter bytes) throws GeneralSecurityException {
        byte[] iv = nextIv(IV_BYTES);
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
        cipher.doFinal(content, 0, length, target, IV_BYTES);
        Poly1305 mac = new Poly1305(AESEngine.newInstance());
        mac.init(new ParametersWithIV(new KeyParameter(new byte[32]), iv));
        mac.update(target, IV_BYTES, length);
        bytes.add(length);
        return mac.doFinal(target, IV_BYTES + length);
    }

    @Benchmark
    public int sealJdkGcm(BytesCounter bytes) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nextIv(GCM_IV_BYTES)));
        bytes.add(length);
        return cipher.doFinal(content, 0, length, target, GCM_IV_BYTES);
    }

    private byte[] nextIv(int ivLength) {
        byte[] iv = new byte[ivLength];
        nonce++;
        for (int i = 0; i < Long.BYTES; i++) {
            iv[i] = (byte) (nonce >>> (Byte.SIZE * i));
        }
        return iv;
    }
}
