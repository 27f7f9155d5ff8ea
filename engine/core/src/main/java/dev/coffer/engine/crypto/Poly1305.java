package dev.coffer.engine.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The one-time authenticator Poly1305 (RFC 8439, 2.5) for many messages under one {@code r}.
 *
 * <p>The accumulator is kept in words of 64 bits, {@code h = h0 + h1·2^64 + h2·2^128} with a small {@code h2}. Clamping
 * clears the two low bits of {@code r1}, so 2^128·r1 ≡ (5/4)·r1 modulo 2^130 − 5 is the integer {@code s1} and each block
 * costs four wide multiplications. One thread at a time.
 */
final class Poly1305 {

    static final int KEY_BYTES = 16;
    static final int TAG_BYTES = 16;
    static final int BLOCK_BYTES = 16;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long CLAMP_0 = 0x0ffffffc0fffffffL;
    private static final long CLAMP_1 = 0x0ffffffc0ffffffcL;

    private final byte[] lastBlock = new byte[BLOCK_BYTES];
    private long r0;
    private long r1;
    private long s1;
    private long h0;
    private long h1;
    private long h2;

    /** @param r 16 bytes, clamped here, not kept */
    Poly1305(byte[] r) {
        r0 = (long) LONGS.get(r, 0) & CLAMP_0;
        r1 = (long) LONGS.get(r, 8) & CLAMP_1;
        s1 = r1 + (r1 >>> 2);
    }

    /** Takes in the next part of the message: whole blocks, except for the last part. */
    void update(byte[] data, int offset, int length) {
        int whole = length & -BLOCK_BYTES;
        addBlocks(data, offset, whole, 1);
        int rest = length - whole;
        if (rest > 0) {
            Arrays.fill(lastBlock, (byte) 0);
            System.arraycopy(data, offset + whole, lastBlock, 0, rest);
            lastBlock[rest] = 1;
            addBlocks(lastBlock, 0, BLOCK_BYTES, 0);
        }
    }

    /**
     * {@code h = (h + block + top·2^128)·r} for each block, where {@code h} is reduced only so far that {@code h2} stays
     * below 5. The sums of high halves cannot overflow: {@code r0, r1 < 2^60}, {@code s1 < 1.25·2^60}, {@code a2 < 7}.
     */
    private void addBlocks(byte[] data, int offset, int length, int top) {
        long a0 = h0;
        long a1 = h1;
        long a2 = h2;
        for (int at = offset, end = offset + length; at < end; at += BLOCK_BYTES) {
            long m0 = (long) LONGS.get(data, at);
            long m1 = (long) LONGS.get(data, at + 8);
            a0 += m0;
            long c = carry(a0, m0);
            a1 += m1;
            a2 += top + carry(a1, m1);
            a1 += c;
            a2 += carry(a1, c);

            long p0 = a0 * r0;
            long q0 = a1 * s1;
            long w0 = p0 + q0;
            long high0 = Math.unsignedMultiplyHigh(a0, r0) + Math.unsignedMultiplyHigh(a1, s1) + carry(w0, q0);
            long p1 = a0 * r1;
            long q1 = a1 * r0;
            long u1 = p1 + q1;
            long high1 = Math.unsignedMultiplyHigh(a0, r1) + Math.unsignedMultiplyHigh(a1, r0) + carry(u1, q1);
            long in1 = high0 + a2 * s1;
            long w1 = u1 + in1;
            long w2 = a2 * r0 + high1 + carry(w1, in1);

            long fold = (w2 & ~3L) + (w2 >>> 2); // 2^130 ≡ 5, and what is above it is (w2 >>> 2)
            a0 = w0 + fold;
            long k = carry(a0, fold);
            a1 = w1 + k;
            a2 = (w2 & 3) + carry(a1, k);
        }
        h0 = a0;
        h1 = a1;
        h2 = a2;
    }

    /** What a wrapped 64-bit addition carries: 1 if {@code sum} is smaller than what was added. */
    private static long carry(long sum, long addend) {
        return Long.compareUnsigned(sum, addend) < 0 ? 1 : 0;
    }

    /**
     * Writes the tag of the message and starts the next one.
     *
     * @param mask the 16 bytes {@code s} added at the end, new for every message
     */
    void finish(byte[] mask, byte[] tag, int tagOffset) {
        long over = overflowOf(h0, h1, h2);
        long w0 = h0 + 5 * over;
        long w1 = h1 + carry(w0, 5 * over);
        long s0 = (long) LONGS.get(mask, 0);
        long t0 = w0 + s0;
        long t1 = w1 + (long) LONGS.get(mask, 8) + carry(t0, s0);
        LONGS.set(tag, tagOffset, t0);
        LONGS.set(tag, tagOffset + 8, t1);
        h0 = 0;
        h1 = 0;
        h2 = 0;
    }

    /** How often 2^130 − 5 fits into the value, which is 0 or 1. */
    private static long overflowOf(long h0, long h1, long h2) {
        long g0 = h0 + 5;
        long c0 = carry(g0, 5);
        long g1 = h1 + c0;
        return (h2 + carry(g1, c0)) >>> 2;
    }

    /** Forgets the key and the message. */
    void wipe() {
        r0 = 0;
        r1 = 0;
        s1 = 0;
        h0 = 0;
        h1 = 0;
        h2 = 0;
        Arrays.fill(lastBlock, (byte) 0);
    }
}
