package dev.coffer.benchmarks;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.index.BlobLocation;
import dev.coffer.engine.index.Index;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Asking the index for blobs in random order: for those it has, and for those it has not. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class IndexLookupBenchmark {

    private static final int PROBES = 1 << 18;

    @Param({"100000", "1000000", "10000000"})
    int entries;

    private Index index = new Index();
    private final BlobHandle[] known = new BlobHandle[PROBES];
    private final BlobHandle[] unknown = new BlobHandle[PROBES];
    private int probe;

    @Setup
    public void build() {
        index = SyntheticIndex.build(entries);
        Random random = new Random(1);
        for (int i = 0; i < PROBES; i++) {
            known[i] = SyntheticIndex.handle(random.nextInt(entries));
            unknown[i] = SyntheticIndex.handle(entries + (long) random.nextInt(entries));
        }
    }

    @Benchmark
    public Optional<BlobLocation> lookup() {
        return index.lookup(known[probe++ & (PROBES - 1)]);
    }

    @Benchmark
    public boolean containsUnknown() {
        return index.contains(unknown[probe++ & (PROBES - 1)]);
    }
}
