package dev.coffer.engine.buffer;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Objects that serve one call at a time and are costly to make. Any thread may use the pool, virtual ones too; it never holds
 * more objects than calls once ran at the same time.
 *
 * <p>A stack without locks, after Treiber (<cite>Systems programming: coping with parallelism</cite>, 1986): what came back last, and is
 * warm, is lent first. An entry is never used twice, so it cannot be taken for another one.
 */
public final class Pool<T> {

    private final Supplier<T> factory;
    private final AtomicReference<@Nullable Idle<T>> first = new AtomicReference<>();

    private record Idle<T>(T object, @Nullable Idle<T> next) {}

    /** @param factory makes an object when none is idle */
    public Pool(Supplier<T> factory) {
        this.factory = factory;
    }

    /** An object nobody else uses until it is given back; it does no harm if it never is. */
    public T take() {
        return takeIdle().orElseGet(factory);
    }

    /** An object that was given back, if there is one. */
    public Optional<T> takeIdle() {
        while (true) {
            Idle<T> top = first.get();
            if (top == null) {
                return Optional.empty();
            }
            if (first.compareAndSet(top, top.next())) {
                return Optional.of(top.object());
            }
        }
    }

    /** @param object one that was taken and can be used again */
    public void giveBack(T object) {
        while (true) {
            Idle<T> top = first.get();
            if (first.compareAndSet(top, new Idle<>(object, top))) {
                return;
            }
        }
    }

    /** Calls with an object nobody else uses meanwhile; it must be usable again even after a failure. */
    public <R> R with(Function<T, R> call) {
        T lent = take();
        try {
            return call.apply(lent);
        } finally {
            giveBack(lent);
        }
    }
}
