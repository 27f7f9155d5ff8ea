package dev.coffer.benchmarks;

import dev.coffer.engine.compress.CorruptFrame;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Compressing and decompressing blobs of a megabyte in each mode, beside a zstd written in Java. */
public class CompressionBenchmark extends ThroughputBenchmark {

    @Param
    Corpus corpus = Corpus.RANDOM;

    @Param
    Compressor compressor = Compressor.COFFER_AUTO;

    @Param("1048576")
    int length;

    private Compressor.Codec codec = compressor.newCodec();
    private byte[] content = {};
    private byte[] target = {};
    private byte[] frame = {};
    private int frameLength;

    @Setup
    public void makeContent() {
        codec = compressor.newCodec();
        content = corpus.bytes(length);
        target = new byte[length];
        frame = new byte[codec.maxCompressedLength(length)];
        frameLength = codec.compress(content, frame);
    }

    @Benchmark
    public int compress(BytesCounter bytes) {
        bytes.add(length);
        return codec.compress(content, frame);
    }

    @Benchmark
    public int decompress(BytesCounter bytes) throws CorruptFrame {
        bytes.add(length);
        return codec.decompress(frame, frameLength, target);
    }
}
