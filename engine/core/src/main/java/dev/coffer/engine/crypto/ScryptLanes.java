package dev.coffer.engine.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The memory-hard part of scrypt: {@code p} independent lanes of {@code 128·r} bytes, each mixed through its own table. Of a table only
 * every second row is kept. The others are mixed anew when they are picked, which is a quarter more work, for half of the memory.
 */
final class ScryptLanes {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SALSA_WORDS = 16;
    private static final int WORDS_PER_R = 2 * SALSA_WORDS;
    private static final int HEAP_SHARE = 4;
    private static final int ROWS_PER_KEPT = 2;

    private final KdfParameters parameters;
    private final byte[] lanes;
    private final int laneWords;
    private final AtomicInteger nextLane = new AtomicInteger();

    /** @param lanes all lanes, one after the other; mixed in place */
    ScryptLanes(KdfParameters parameters, byte[] lanes) {
        this.parameters = parameters;
        this.lanes = lanes;
        this.laneWords = WORDS_PER_R * parameters.r();
    }

    /** Mixes all lanes; this thread works too. */
    void mix() {
        CompletableFuture<?>[] helpers = new CompletableFuture<?>[workers() - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = CompletableFuture.runAsync(
                    this::work,
                    task -> Thread.ofPlatform().daemon().name("scrypt").start(task));
        }
        work();
        CompletableFuture.allOf(helpers).join();
    }

    private int workers() {
        long affordable = Runtime.getRuntime().maxMemory() / HEAP_SHARE / (parameters.memoryBytes() / ROWS_PER_KEPT);
        long useful = Math.min(parameters.p(), Runtime.getRuntime().availableProcessors());
        return (int) Math.clamp(affordable, 1, useful);
    }

    private void work() {
        int lane = nextLane.getAndIncrement();
        if (lane >= parameters.p()) {
            return;
        }
        int[] table = new int[Math.multiplyExact(parameters.n() / ROWS_PER_KEPT, laneWords)];
        int[] x = new int[laneWords];
        int[] y = new int[laneWords];
        int[] row = new int[laneWords];
        for (; lane < parameters.p(); lane = nextLane.getAndIncrement()) {
            load(lane, table);
            fill(table, x, y);
            blend(table, x, y, row);
            store(x, lane);
        }
        for (int[] secret : List.of(table, x, y, row)) {
            Arrays.fill(secret, 0);
        }
    }

    private void load(int lane, int[] row) {
        for (int i = 0, at = lane * laneWords; i < laneWords; i++) {
            row[i] = (int) INTS.get(lanes, Integer.BYTES * (at + i));
        }
    }

    private void store(int[] row, int lane) {
        for (int i = 0, at = lane * laneWords; i < laneWords; i++) {
            INTS.set(lanes, Integer.BYTES * (at + i), row[i]);
        }
    }

    /** Every row is the mix of the one before; {@code x} becomes the mix of the last. */
    private void fill(int[] table, int[] x, int[] y) {
        int last = table.length - laneWords;
        for (int kept = 0; kept < last; kept += laneWords) {
            mixBlock(table, kept, y, 0);
            mixBlock(y, 0, table, kept + laneWords);
        }
        mixBlock(table, last, y, 0);
        mixBlock(y, 0, x, 0);
    }

    /** Mixes {@code x} with rows it picks itself, {@code n} times, which is even: the result is in {@code x} again. */
    private void blend(int[] table, int[] x, int[] y, int[] row) {
        for (int i = 0; i < parameters.n(); i += 2) {
            addPicked(table, x, row);
            mixBlock(x, 0, y, 0);
            addPicked(table, y, row);
            mixBlock(y, 0, x, 0);
        }
    }

    private void addPicked(int[] table, int[] x, int[] row) {
        int picked = x[laneWords - SALSA_WORDS] & (parameters.n() - 1);
        int kept = picked / ROWS_PER_KEPT * laneWords;
        if (picked % ROWS_PER_KEPT == 0) {
            add(table, kept, x);
        } else {
            mixBlock(table, kept, row, 0);
            add(row, 0, x);
        }
    }

    private void add(int[] rows, int at, int[] x) {
        for (int i = 0; i < laneWords; i++) {
            x[i] ^= rows[at + i];
        }
    }

    /** scryptBlockMix: even results go to the first half, odd ones to the second. */
    private void mixBlock(int[] in, int inAt, int[] out, int outAt) {
        int half = laneWords / 2;
        Salsa20.core8(in, inAt + laneWords - SALSA_WORDS, in, inAt, out, outAt);
        for (int at = 0; at < half; at += SALSA_WORDS) {
            Salsa20.core8(out, outAt + at, in, inAt + 2 * at + SALSA_WORDS, out, outAt + half + at);
            if (at + SALSA_WORDS < half) {
                Salsa20.core8(
                        out, outAt + half + at, in, inAt + 2 * at + 2 * SALSA_WORDS, out, outAt + at + SALSA_WORDS);
            }
        }
    }
}
