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

    @Setup(Level.Invocation)
    public void forgetIndex() {
        index = new Index();
    }

    /** What an entry takes. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Footprint {

        public double bytesPerEntry;

        private long before;

        @Setup(Level.Invocation)
        public void start() {
            before = HeapUse.now();
        }

        @TearDown(Level.Invocation)
        public void end(IndexBuildBenchmark benchmark) {
            bytesPerEntry = (HeapUse.now() - before) / (double) benchmark.index.size();
        }
    }

    @Benchmark
    public Index build(Footprint footprint) {
        for (IndexedPack pack : packs) {
            index.add(pack.pack(), pack.blobs());
        }
        return index;
    }
}
