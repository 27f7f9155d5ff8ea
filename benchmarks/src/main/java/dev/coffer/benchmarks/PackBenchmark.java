package dev.coffer.benchmarks;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.buffer.Buffer;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.crypto.MasterKey;
import dev.coffer.engine.pack.MemoryDraft;
import dev.coffer.engine.pack.PackWriter;
import dev.coffer.engine.pack.PackWriter.FinishedPack;
import dev.coffer.engine.pack.SealedBlob;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Putting sealed blobs together to a pack of 16 MiB: hashing it, sealing its header and reading that back. */
public class PackBenchmark extends ThroughputBenchmark {

    @Param({"4096", "1048576"})
    int blobLength;

    @Param("16777216")
    int packLength;

    private final BufferPool buffers = new BufferPool(64 << 20);
    private final Crypto crypto = new Crypto(MasterKey.random());
    private SealedBlob[] blobs = {};

    @Setup
    public void makeBlobs() {
        Buffer stored = buffers.take(blobLength);
        System.arraycopy(Corpus.RANDOM.bytes(blobLength), 0, stored.bytes(), 0, blobLength);
        blobs = new SealedBlob[packLength / blobLength];
        for (int i = 0; i < blobs.length; i++) {
            blobs[i] = new SealedBlob(SyntheticIndex.handle(i), stored, 2 * blobLength);
        }
    }

    @Benchmark
    public ObjectId coffer(BytesCounter bytes) throws IOException {
        PackWriter pack = new PackWriter(new MemoryDraft(buffers));
        for (SealedBlob blob : blobs) {
            pack.add(blob);
        }
        bytes.add(pack.size());
        try (FinishedPack finished = pack.finish(crypto)) {
            return finished.id();
        }
    }
}
