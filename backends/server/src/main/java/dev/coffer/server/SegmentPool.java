package dev.coffer.server;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Memory for what is on its way between clients and store. It is taken in segments, and there are only so many. Whoever gets
 * none has to do with less; nobody waits here. Safe for use by all threads.
 */
final class SegmentPool {

    /** Bytes in a segment. */
    static final int SEGMENT = 4 << 20;

    private final int size;
    private final Deque<byte[]> free = new ArrayDeque<>();
    private int taken;

    /** @param size how many segments there are; they are allocated when they are first needed */
    SegmentPool(int size) {
        this.size = size;
    }

    /** A quarter of what this JVM may use. */
    static SegmentPool ofQuarterOfHeap() {
        return new SegmentPool(Math.clamp(Runtime.getRuntime().maxMemory() / 4 / SEGMENT, 1, 1024));
    }

    /** So many segments; empty if there are not so many now. */
    synchronized Optional<List<byte[]>> tryTake(int count) {
        if (count > size - taken) {
            return Optional.empty();
        }
        taken += count;
        List<byte[]> segments = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            segments.add(free.isEmpty() ? new byte[SEGMENT] : free.pop());
        }
        return Optional.of(segments);
    }

    /** Takes back what nobody uses any more. */
    synchronized void giveBack(List<byte[]> segments) {
        segments.forEach(free::push);
        taken -= segments.size();
    }

    /** Bytes in use now. */
    synchronized long used() {
        return (long) taken * SEGMENT;
    }
}
