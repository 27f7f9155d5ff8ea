package dev.coffer.benchmarks;

import dev.coffer.engine.index.Index;
import dev.coffer.engine.index.IndexedPack;
import java.util.List;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Filling an index from lists of packs that lie ready. Once, so that the second figure is right, which JMH would add up: how
 * much memory the index takes for each entry.
 */
@Measurement(iterations = 1)
public class IndexBuildBenchmark extends SingleShotBenchmark {

    @Param({"100000", "1000000", "10000000"})
    int entries;

    private List<IndexedPack> packs = List.of();
    private Index index = new Index();

    @Setup
    public void makePacks() {
        packs = SyntheticIndex.packs(0, entries);
    }

    /** What an entry takes. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Footprint {

        public double bytesPerEntry;

        /** Forgets the index to see how much memory is left without it; the next call starts with a new one. */
        @TearDown(Level.Invocation)
        public void weigh(IndexBuildBenchmark benchmark) {
            int size = benchmark.index.size();
            long with = HeapUse.now();
            benchmark.index = new Index();
            bytesPerEntry = (with - HeapUse.now()) / (double) size;
        }
    }

    /** Returns nothing, as JMH would hold on to it. */
    @Benchmark
    public void build(Footprint footprint) {
        for (IndexedPack pack : packs) {
            index.add(pack.pack(), pack.blobs());
        }
    }
}
