package dev.coffer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.chunker.Chunker;
import dev.coffer.chunker.ChunkerLimits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OneLaneChunkerTest {

    private static final ChunkerLimits LIMITS = new ChunkerLimits(1000, 20_000, 11);

    /** What is compared must do the same work. */
    @ParameterizedTest
    @EnumSource
    void cutsWhereTheEngineCuts(Corpus corpus) {
        byte[] content = corpus.bytes(300_000);
        Chunker chunker = new Chunker(ChunkerBenchmark.POLYNOMIAL, LIMITS);
        OneLaneChunker oneLane = new OneLaneChunker(ChunkerBenchmark.POLYNOMIAL, LIMITS);

        int start = 0;
        for (int cut = chunker.nextSplitPoint(content, 0, content.length);
                cut >= 0;
                cut = chunker.nextSplitPoint(content, start, content.length)) {
            assertThat(oneLane.cut(content, start)).isEqualTo(cut);
            start = cut;
        }
        assertThat(oneLane.cut(content, start)).isEqualTo(content.length);
        assertThat(start).isPositive();
    }
}
