package dev.coffer.engine.compress;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Objects that serve one call at a time and are costly to make: native contexts, which live as long as the process. Any thread
 * may use the pool, virtual ones too; it never holds more objects than calls once ran at the same time.
 */
final class Pool<T> {

    private final ConcurrentLinkedDeque<T> idle = new ConcurrentLinkedDeque<>();
    private final Supplier<T> factory;

    Pool(Supplier<T> factory) {
        this.factory = factory;
    }

    /** Calls with an object nobody else uses meanwhile; it must be usable again even after a failure. */
    <R> R with(Function<T, R> call) {
        T pooled = idle.poll();
        T lent = pooled != null ? pooled : factory.get();
        try {
            return call.apply(lent);
        } finally {
            idle.push(lent);
        }
    }
}
