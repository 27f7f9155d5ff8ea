package dev.coffer.benchmarks;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.compress.CompressionMode;
import dev.coffer.engine.compress.ZstdCodec;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.crypto.MasterKey;
import dev.coffer.engine.pack.BlobCodec;
import dev.coffer.engine.pack.BlobCodec.Verification;
import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.pack.SealedBlob;
import dev.coffer.engine.repository.RepositoryConfig;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** From a blob's plain content to its stored bytes (with and without verification) and back, ids not counted in sealing. */
public class BlobBenchmark extends ThroughputBenchmark {

    @Param
    Corpus corpus = Corpus.RANDOM;

    @Param({"4096", "1048576"})
    int length;

    private final Crypto crypto = new Crypto(MasterKey.random());
    private final BlobCodec verifying = codec(Verification.BEFORE_STORING);
    private final BlobCodec trusting = codec(Verification.NONE);
    private byte[] content = {};
    private BlobHandle handle = BlobHandle.data(ObjectId.NULL);
    private byte[] stored = {};
    private PackedBlob place = new PackedBlob(handle, 0, 0, 0);

    private BlobCodec codec(Verification verification) {
        CompressionMode mode = CompressionMode.AUTO;
        return new BlobCodec(crypto, new ZstdCodec(mode), RepositoryConfig.LATEST_VERSION, mode, verification);
    }

    @Setup
    public void makeContent() throws IOException {
        content = corpus.bytes(length);
        handle = BlobHandle.data(ObjectId.of(content));
        SealedBlob sealed = verifying.seal(handle, content, 0, length);
        stored = sealed.bytes();
        place = new PackedBlob(handle, 0, stored.length, sealed.uncompressedLength());
    }

    @Benchmark
    public SealedBlob seal(BytesCounter bytes) throws IOException {
        bytes.add(length);
        return verifying.seal(handle, content, 0, length);
    }

    @Benchmark
    public SealedBlob sealWithoutVerification(BytesCounter bytes) throws IOException {
        bytes.add(length);
        return trusting.seal(handle, content, 0, length);
    }

    @Benchmark
    public byte[] open(BytesCounter bytes) throws IOException {
        bytes.add(length);
        return verifying.open(place, stored, 0);
    }
}
