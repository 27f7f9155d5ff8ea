package dev.coffer.engine.survival;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What a store does to a command, from some request of it on. */
enum Trouble {
    TIME_OUT_ONCE(Span.ONCE, () -> new Fault.Refuse(new BackendException.Transient("timed out", null))),
    ANSWER_LOST_ONCE(Span.ONCE, () -> new Fault.LoseAnswer(new BackendException.Transient("connection lost", null))),
    TORN_WRITE_ONCE(
            Span.ONCE,
            () -> new Fault.Tear(Trouble.TORN_BYTES, new BackendException.Transient("connection lost", null))),
    WRONG_BYTES_ONCE(Span.ONCE, Fault.Corrupt::new),
    SLOW_ONCE(Span.ONCE, Trouble::slow),
    STALE_LISTINGS(Span.ONCE, Fault.Stale::new) {
        @Override
        boolean strikes(int request, int first) {
            return request >= first;
        }
    },
    REFUSED(Span.FROM_THEN_ON, () -> new Fault.Refuse(new BackendException.Denied("access denied", null))),
    UNREACHABLE(Span.FROM_THEN_ON, () -> new Fault.Refuse(new BackendException.Transient("timed out", null))),
    ANSWERS_LOST(
            Span.FROM_THEN_ON, () -> new Fault.LoseAnswer(new BackendException.Transient("connection lost", null))),
    TORN_WRITES(
            Span.FROM_THEN_ON, () -> new Fault.Tear(Trouble.TORN_BYTES, new BackendException.Full("disk full", null))),
    WRONG_BYTES(Span.FROM_THEN_ON, Fault.Corrupt::new),
    INTERRUPTED(Span.FROM_THEN_ON, () -> new Fault.Refuse(new InterruptedIOException("interrupted")));

    /** How much of a file a torn write leaves. */
    static final int TORN_BYTES = 20;

    private final Span span;
    private final Making making;

    private enum Span {
        ONCE,
        FROM_THEN_ON
    }

    private interface Making {
        Fault make();
    }

    Trouble(Span span, Making making) {
        this.span = span;
        this.making = making;
    }

    /** Whether it passes, so that a command must get over it. */
    boolean passes() {
        return span == Span.ONCE;
    }

    boolean strikes(int request, int first) {
        return passes() ? request == first : request >= first;
    }

    /** Lets the store misbehave from its n-th request on, the first being 1. */
    void begin(FaultyBackend store, int first) {
        AtomicInteger requests = new AtomicInteger();
        store.when(_ -> strikes(requests.incrementAndGet(), first), making.make());
    }

    private static Fault slow() {
        CountDownLatch latch = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            try {
                latch.await(20, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            latch.countDown();
        });
        return new Fault.Hold(latch);
    }
}
