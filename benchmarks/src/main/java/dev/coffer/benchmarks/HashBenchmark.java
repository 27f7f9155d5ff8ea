package dev.coffer.benchmarks;

import dev.coffer.engine.blob.ObjectId;
import java.security.MessageDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The id of a blob, beside the bare digest of the JDK, which is its limit, and that of Bouncy Castle. */
public class HashBenchmark extends ThroughputBenchmark {

    @Param({"4096", "1048576"})
    int length;

    private byte[] content = {};
    private final MessageDigest digest = ObjectId.newDigest();
    private final SHA256Digest bouncyCastle = new SHA256Digest();
    private final byte[] result = new byte[ObjectId.BYTES];

    @Setup
    public void makeContent() {
        content = Corpus.RANDOM.bytes(length);
    }

    @Benchmark
    public ObjectId coffer(BytesCounter bytes) {
        bytes.add(length);
        return ObjectId.of(content);
    }

    @Benchmark
    public byte[] jdk(BytesCounter bytes) {
        bytes.add(length);
        return digest.digest(content);
    }

    @Benchmark
    public byte[] bouncyCastle(BytesCounter bytes) {
        bytes.add(length);
        bouncyCastle.update(content, 0, length);
        bouncyCastle.doFinal(result, 0);
        return result;
    }
}
