package dev.coffer.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Adds a line to the results of a benchmark: how many megabytes of plain content it worked off per second. */
@AuxCounters
@State(Scope.Thread)
public class BytesCounter {

    private static final double MEGABYTE = 1e6;

    private long bytes;

    @Setup(Level.Iteration)
    public void reset() {
        bytes = 0;
    }

    /** To be called with the length of what each call works off. */
    public void add(long count) {
        bytes += count;
    }

    /** Shown by JMH divided by the time. */
    public double megabytes() {
        return bytes / MEGABYTE;
    }
}
