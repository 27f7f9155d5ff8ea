package dev.coffer.benchmarks;

import dev.coffer.chunker.Chunker;
import dev.coffer.chunker.ChunkerLimits;
import dev.coffer.chunker.Polynomial;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Finding the cuts of content in memory, beside a chunker with one fingerprint. Counts all bytes, skipped ones too. */
public class ChunkerBenchmark extends ThroughputBenchmark {

    static final Polynomial POLYNOMIAL = new Polynomial(0x3DA3358B4DC173L);

    @Param
    Corpus corpus = Corpus.RANDOM;

    @Param("67108864")
    int length;

    private byte[] content = {};
    private final Chunker chunker = new Chunker(POLYNOMIAL, ChunkerLimits.RESTIC);
    private final OneLaneChunker oneLane = new OneLaneChunker(POLYNOMIAL, ChunkerLimits.RESTIC);

    @Setup
    public void makeContent() {
        content = corpus.bytes(length);
    }

    @Benchmark
    public int coffer(BytesCounter bytes) {
        int chunks = 1;
        chunker.reset();
        for (int cut = chunker.nextSplitPoint(content, 0, length);
                cut >= 0;
                cut = chunker.nextSplitPoint(content, cut, length)) {
            chunks++;
        }
        bytes.add(length);
        return chunks;
    }

    @Benchmark
    public int oneLane(BytesCounter bytes) {
        int chunks = 1;
        for (int cut = oneLane.cut(content, 0); cut < length; cut = oneLane.cut(content, cut)) {
            chunks++;
        }
        bytes.add(length);
        return chunks;
    }
}
