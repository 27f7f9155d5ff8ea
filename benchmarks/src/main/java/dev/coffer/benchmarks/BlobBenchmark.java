package dev.coffer.benchmarks;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.buffer.Buffer;
import dev.coffer.engine.buffer.BufferPool;
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
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** From a blob's plain content to its stored bytes (with and without verification) and back, ids not counted in sealing. */
public class BlobBenchmark extends ThroughputBenchmark {

    @Param
    Corpus corpus = Corpus.RANDOM;

    @Param({"4096", "1048576"})
    int length;

    private final BufferPool buffers = new BufferPool(16 << 20);
    private final Crypto crypto = new Crypto(MasterKey.random());
    private final BlobCodec verifying = codec(Verification.BEFORE_STORING);
    private final BlobCodec trusting = codec(Verification.NONE);
    private byte[] content = {};
    private BlobHandle handle = BlobHandle.data(ObjectId.NULL);
    private byte[] stored = {};
    private PackedBlob place = new PackedBlob(handle, 0, 0, 0);

    private BlobCodec codec(Verification verification) {
        CompressionMode mode = CompressionMode.AUTO;
        return new BlobCodec(buffers, crypto, new ZstdCodec(mode), RepositoryConfig.LATEST_VERSION, mode, verification);
    }

    @Setup
    public void makeContent() throws IOException {
        content = corpus.bytes(length);
        handle = BlobHandle.data(ObjectId.of(content));
        try (SealedBlob sealed = verifying.seal(handle, content, 0, length)) {
            stored = Arrays.copyOf(sealed.bytes(), sealed.length());
            place = new PackedBlob(handle, 0, stored.length, sealed.uncompressedLength());
        }
    }

    @Benchmark
    public int seal(BytesCounter bytes) throws IOException {
        bytes.add(length);
        return sealedLength(verifying);
    }

    @Benchmark
    public int sealWithoutVerification(BytesCounter bytes) throws IOException {
        bytes.add(length);
        return sealedLength(trusting);
    }

    private int sealedLength(BlobCodec codec) throws IOException {
        try (SealedBlob sealed = codec.seal(handle, content, 0, length)) {
            return sealed.length();
        }
    }

    @Benchmark
    public int open(BytesCounter bytes) throws IOException {
        bytes.add(length);
        try (Buffer opened = verifying.open(place, stored, 0)) {
            return opened.length();
        }
    }
}
