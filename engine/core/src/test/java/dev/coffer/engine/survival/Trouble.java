package dev.coffer.engine.survival;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What a store does to a command, from some request of it on. */
enum Trouble {
    TIME_OUT_ONCE(Span.ONCE, Trouble::timeOut),
    ANSWER_LOST_ONCE(Span.ONCE, Trouble::lostAnswer),
    TORN_WRITE_ONCE(Span.ONCE, Trouble::brokenConnection),
    WRONG_BYTES_ONCE(Span.ONCE, Fault.Corrupt::new),
    SLOW_ONCE(Span.ONCE, Trouble::slow),
    STALE_LISTINGS(Span.FROM_THEN_ON, Fault.Stale::new),
    REFUSED(Span.FROM_THEN_ON, () -> new Fault.Refuse(new BackendException.Denied("access denied", null))),
    UNREACHABLE(Span.FROM_THEN_ON, Trouble::timeOut),
    ANSWERS_LOST(Span.FROM_THEN_ON, Trouble::lostAnswer),
    TORN_WRITES(
            Span.FROM_THEN_ON, () -> new Fault.Tear(Trouble.TORN_BYTES, new BackendException.Full("disk full", null))),
    WRONG_BYTES(Span.FROM_THEN_ON, Fault.Corrupt::new),
    INTERRUPTED(Span.FROM_THEN_ON, () -> new Fault.Refuse(new InterruptedIOException("interrupted"))),
    NOW_AND_THEN(
            Span.AT_RANDOM,
            Trouble::timeOut,
            Trouble::lostAnswer,
            Trouble::brokenConnection,
            Fault.Corrupt::new,
            Fault.Stale::new);

    /** How much of a file a torn write leaves. */
    static final int TORN_BYTES = 20;

    /** One request of so many suffers a certain fault. */
    private static final int RARITY = 20;

    private final Span span;
    private final List<Making> makings;

    private enum Span {
        ONCE,
        FROM_THEN_ON,
        /** From the first request on, by a chance that the number of the request decides. */
        AT_RANDOM
    }

    private interface Making {
        Fault make();
    }

    Trouble(Span span, Making... makings) {
        this.span = span;
        this.makings = List.of(makings);
    }

    /** Whether a command must get over it. */
    boolean passes() {
        return span == Span.ONCE || this == STALE_LISTINGS;
    }

    /** Whether it may leave files that are torn. */
    boolean tears() {
        return this == TORN_WRITES || this == NOW_AND_THEN;
    }

    /** Whether the store may say the same wrong thing again and again. */
    boolean lies() {
        return this == WRONG_BYTES || this == NOW_AND_THEN;
    }

    /** Lets the store misbehave from its n-th request on, the first being 1. */
    void begin(FaultyBackend store, int first) {
        AtomicInteger requests = new AtomicInteger();
        Random random = new Random(first);
        for (Making making : makings) {
            store.when(
                    _ -> switch (span) {
                        case ONCE -> requests.incrementAndGet() == first;
                        case FROM_THEN_ON -> requests.incrementAndGet() >= first;
                        case AT_RANDOM -> random.nextInt(RARITY) == 0;
                    },
                    making.make());
        }
    }

    private static Fault timeOut() {
        return new Fault.Refuse(new BackendException.Transient("timed out", null));
    }

    private static Fault lostAnswer() {
        return new Fault.LoseAnswer(new BackendException.Transient("connection lost", null));
    }

    private static Fault brokenConnection() {
        return new Fault.Tear(TORN_BYTES, new BackendException.Transient("connection lost", null));
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
