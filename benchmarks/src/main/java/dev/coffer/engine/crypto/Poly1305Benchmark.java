package dev.coffer.engine.crypto;

import dev.coffer.benchmarks.BytesCounter;
import dev.coffer.benchmarks.Corpus;
import dev.coffer.benchmarks.ThroughputBenchmark;
import org.bouncycastle.crypto.params.KeyParameter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * The authenticator alone, in plain Java and by the JDK, beside Bouncy Castle's. Lives in the engine's package because the engine shows its authenticator
 * to nobody: outside of sealing and opening it must not be used.
 */
public class Poly1305Benchmark extends ThroughputBenchmark {

    private static final byte[] R = {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7};

    @Param({"4096", "1048576"})
    int length;

    private byte[] content = {};
    private final byte[] tag = new byte[OneTimeAuthenticator.TAG_BYTES];
    private final byte[] mask = new byte[OneTimeAuthenticator.BLOCK_BYTES];
    private final OneTimeAuthenticator coffer = new Poly1305(R);
    private final OneTimeAuthenticator platform = new PlatformPoly1305(R);
    private final org.bouncycastle.crypto.macs.Poly1305 bouncyCastle = new org.bouncycastle.crypto.macs.Poly1305();

    @Setup
    public void makeContent() {
        content = Corpus.RANDOM.bytes(length);
    }

    @Benchmark
    public byte[] coffer(BytesCounter bytes) {
        return tag(coffer, bytes);
    }

    @Benchmark
    public byte[] platform(BytesCounter bytes) {
        return tag(platform, bytes);
    }

    private byte[] tag(OneTimeAuthenticator authenticator, BytesCounter bytes) {
        for (int at = 0; at < length; at += SealingCipher.SLICE_BYTES) {
            authenticator.update(content, at, Math.min(SealingCipher.SLICE_BYTES, length - at));
        }
        authenticator.finish(mask, tag, 0);
        bytes.add(length);
        return tag;
    }

    @Benchmark
    public byte[] bouncyCastle(BytesCounter bytes) {
        bouncyCastle.init(new KeyParameter(new byte[32]));
        bouncyCastle.update(content, 0, length);
        bouncyCastle.doFinal(tag, 0);
        bytes.add(length);
        return tag;
    }
}
