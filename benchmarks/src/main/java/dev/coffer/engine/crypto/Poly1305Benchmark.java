package dev.coffer.engine.crypto;

import dev.coffer.benchmarks.BytesCounter;
import dev.coffer.benchmarks.Corpus;
import dev.coffer.benchmarks.ThroughputBenchmark;
import org.bouncycastle.crypto.params.KeyParameter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * The authenticator alone, beside Bouncy Castle's. Lives in the engine's package because the engine shows its authenticator
 * to nobody: outside of sealing and opening it must not be used.
 */
public class Poly1305Benchmark extends ThroughputBenchmark {

    @Param({"4096", "1048576"})
    int length;

    private byte[] content = {};
    private final byte[] tag = new byte[Poly1305.TAG_BYTES];
    private final byte[] mask = new byte[Poly1305.BLOCK_BYTES];
    private final Poly1305 coffer = new Poly1305(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7});
    private final org.bouncycastle.crypto.macs.Poly1305 bouncyCastle = new org.bouncycastle.crypto.macs.Poly1305();

    @Setup
    public void makeContent() {
        content = Corpus.RANDOM.bytes(length);
    }

    @Benchmark
    public byte[] coffer(BytesCounter bytes) {
        coffer.update(content, 0, length);
        coffer.finish(mask, tag, 0);
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
