package dev.coffer.engine.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** The memory-hard part of scrypt: {@code p} independent lanes of {@code 128·r} bytes, each mixed through its own table. */
final class ScryptLanes {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SALSA_WORDS = 16;
    private static final int WORDS_PER_R = 2 * SALSA_WORDS;
    private static final int HEAP_SHARE = 4;

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
        long affordable = Runtime.getRuntime().maxMemory() / HEAP_SHARE / parameters.memoryBytes();
        long useful = Math.min(parameters.p(), Runtime.getRuntime().availableProcessors());
        return (int) Math.clamp(affordable, 1, useful);
    }

    private void work() {
        int lane = nextLane.getAndIncrement();
        if (lane >= parameters.p()) {
            return;
        }
        int[] table = new int[Math.multiplyExact(parameters.n(), laneWords)];
        int[] x = new int[laneWords];
        int[] y = new int[laneWords];
        for (; lane < parameters.p(); lane = nextLane.getAndIncrement()) {
            load(lane, table);
            fill(table, x);
            blend(table, x, y);
            store(x, lane);
        }
        Arrays.fill(table, 0);
        Arrays.fill(x, 0);
        Arrays.fill(y, 0);
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

    /** Every row of the table is the mix of the one before; {@code x} becomes the mix of the last. */
    private void fill(int[] table, int[] x) {
        int last = table.length - laneWords;
        for (int row = 0; row < last; row += laneWords) {
            mixBlock(table, row, table, row + laneWords);
        }
        mixBlock(table, last, x, 0);
    }

    /** Mixes {@code x} with rows it picks itself, {@code n} times, which is even: the result is in {@code x} again. */
    private void blend(int[] table, int[] x, int[] y) {
        for (int i = 0; i < parameters.n(); i += 2) {
            addRow(table, x);
            mixBlock(x, 0, y, 0);
            addRow(table, y);
            mixBlock(y, 0, x, 0);
        }
    }

    private void addRow(int[] table, int[] x) {
        int row = (x[laneWords - SALSA_WORDS] & (parameters.n() - 1)) * laneWords;
        for (int i = 0; i < laneWords; i++) {
            x[i] ^= table[row + i];
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
