package dev.coffer.engine.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The one-time authenticator Poly1305 (RFC 8439, 2.5) for many messages under one {@code r}. One thread at a time.
 *
 * <p>Numbers modulo 2^130 − 5 are kept in limbs of 44, 44 and 42 bits: {@code x0 + x1·2^44 + x2·2^88}. What spills over 2^132 comes
 * back at the bottom, times 20, as 2^132 ≡ 4·5. Limbs may be a little too big between steps.
 *
 * <p>Of each product the part above 2^44 ({@link #high}) and the sum modulo 2^64 are added up separately. No sum of six products'
 * high parts overflows, and the low parts follow by subtraction: so there is no carry from a low to a high half, which Java can
 * only get by comparing. Two blocks go at a time, {@code h = (h + m)·r² + m'·r}, as half of the products then need not wait for
 * {@code h}.
 */
final class Poly1305 {

    static final int TAG_BYTES = 16;
    static final int BLOCK_BYTES = 16;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long CLAMP_LOW = 0x0ffffffc0fffffffL;
    private static final long CLAMP_HIGH = 0x0ffffffc0ffffffcL;
    private static final long MASK_44 = (1L << 44) - 1;
    private static final long MASK_42 = (1L << 42) - 1;
    private static final long FULL_BLOCK = 1L << 40; // 2^128 in the top limb

    private final byte[] lastBlock = new byte[BLOCK_BYTES];

    /** The factor; {@code s} is 20 times {@code r}. */
    private long r0;

    private long r1;
    private long r2;
    private long s1;
    private long s2;

    /** The factor's square; {@code t} is 20 times {@code q}. */
    private long q0;

    private long q1;
    private long q2;
    private long t1;
    private long t2;

    /** The accumulator. */
    private long h0;

    private long h1;
    private long h2;

    /** @param r 16 bytes, clamped here, not kept */
    Poly1305(byte[] r) {
        long low = (long) LONGS.get(r, 0) & CLAMP_LOW;
        long high = (long) LONGS.get(r, 8) & CLAMP_HIGH;
        r0 = limb0(low);
        r1 = limb1(low, high);
        r2 = limb2(high);
        s1 = 20 * r1;
        s2 = 20 * r2;
        square();
    }

    private void square() {
        h0 = r0;
        h1 = r1;
        h2 = r2;
        addBlock(0, 0, 0);
        q0 = h0;
        q1 = h1;
        q2 = h2;
        t1 = 20 * q1;
        t2 = 20 * q2;
        clear();
    }

    /** Takes in the next part of the message: whole blocks, except for the last part. */
    void update(byte[] data, int offset, int length) {
        int pairs = length & -(2 * BLOCK_BYTES);
        addPairs(data, offset, pairs);
        int at = offset + pairs;
        int rest = length - pairs;
        if (rest >= BLOCK_BYTES) {
            addBlock((long) LONGS.get(data, at), (long) LONGS.get(data, at + 8), FULL_BLOCK);
            at += BLOCK_BYTES;
            rest -= BLOCK_BYTES;
        }
        if (rest > 0) {
            Arrays.fill(lastBlock, (byte) 0);
            System.arraycopy(data, at, lastBlock, 0, rest);
            lastBlock[rest] = 1;
            addBlock((long) LONGS.get(lastBlock, 0), (long) LONGS.get(lastBlock, 8), 0);
        }
    }

    private void addPairs(byte[] data, int offset, int length) {
        long a0 = h0;
        long a1 = h1;
        long a2 = h2;
        for (int at = offset, end = offset + length; at < end; at += 2 * BLOCK_BYTES) {
            long low = (long) LONGS.get(data, at);
            long high = (long) LONGS.get(data, at + 8);
            a0 += limb0(low);
            a1 += limb1(low, high);
            a2 += limb2(high) | FULL_BLOCK;
            long nextLow = (long) LONGS.get(data, at + 16);
            long nextHigh = (long) LONGS.get(data, at + 24);
            long b0 = limb0(nextLow);
            long b1 = limb1(nextLow, nextHigh);
            long b2 = limb2(nextHigh) | FULL_BLOCK;

            long up0 = high(a0, q0) + high(a1, t2) + high(a2, t1) + high(b0, r0) + high(b1, s2) + high(b2, s1);
            long up1 = high(a0, q1) + high(a1, q0) + high(a2, t2) + high(b0, r1) + high(b1, r0) + high(b2, s2);
            long up2 = high(a0, q2) + high(a1, q1) + high(a2, q0) + high(b0, r2) + high(b1, r1) + high(b2, r0);
            long x0 = a0 * q0 + a1 * t2 + a2 * t1 + b0 * r0 + b1 * s2 + b2 * s1 - (up0 << 44);
            long x1 = a0 * q1 + a1 * q0 + a2 * t2 + b0 * r1 + b1 * r0 + b2 * s2 - (up1 << 44) + up0;
            long x2 = a0 * q2 + a1 * q1 + a2 * q0 + b0 * r2 + b1 * r1 + b2 * r0 - (up2 << 44) + up1;

            x0 += 5 * ((up2 << 2) + (x2 >>> 42));
            a0 = x0 & MASK_44;
            x1 += x0 >>> 44;
            a1 = x1 & MASK_44;
            a2 = (x2 & MASK_42) + (x1 >>> 44);
        }
        h0 = a0;
        h1 = a1;
        h2 = a2;
    }

    /** {@code h = (h + block)·r}, where {@code top} is the part of the block above its 128 bits. */
    private void addBlock(long low, long high, long top) {
        long a0 = h0 + limb0(low);
        long a1 = h1 + limb1(low, high);
        long a2 = h2 + (limb2(high) | top);
        long up0 = high(a0, r0) + high(a1, s2) + high(a2, s1);
        long up1 = high(a0, r1) + high(a1, r0) + high(a2, s2);
        long up2 = high(a0, r2) + high(a1, r1) + high(a2, r0);
        long x0 = a0 * r0 + a1 * s2 + a2 * s1 - (up0 << 44);
        long x1 = a0 * r1 + a1 * r0 + a2 * s2 - (up1 << 44) + up0;
        long x2 = a0 * r2 + a1 * r1 + a2 * r0 - (up2 << 44) + up1;
        h2 = x2 & MASK_42;
        h1 = x1;
        h0 = x0 + 5 * ((up2 << 2) + (x2 >>> 42));
        carry();
    }

    /** Brings the two lower limbs down to 44 bits. */
    private void carry() {
        h1 += h0 >>> 44;
        h0 &= MASK_44;
        h2 += h1 >>> 44;
        h1 &= MASK_44;
    }

    /** {@code ab / 2^44}, for factors below 2^53. */
    private static long high(long a, long b) {
        return Math.multiplyHigh(a << 10, b << 10);
    }

    private static long limb0(long low) {
        return low & MASK_44;
    }

    private static long limb1(long low, long high) {
        return ((low >>> 44) | (high << 20)) & MASK_44;
    }

    private static long limb2(long high) {
        return high >>> 24;
    }

    /**
     * Writes the tag of the message and starts the next one.
     *
     * @param mask the 16 bytes {@code s} added at the end, new for every message
     */
    void finish(byte[] mask, byte[] tag, int tagOffset) {
        reduce();
        long low = h0 | (h1 << 44);
        long high = (h1 >>> 20) | (h2 << 24);
        long maskLow = (long) LONGS.get(mask, 0);
        long sum = low + maskLow;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        LONGS.set(tag, tagOffset, sum);
        LONGS.set(tag, tagOffset + 8, high + (long) LONGS.get(mask, 8) + carry);
        clear();
    }

    /** To the smallest value; what is still 2^130 − 5 or more spills over 2^130 when 5 is added. */
    private void reduce() {
        wrap();
        wrap();
        long over = (h2 + ((h1 + ((h0 + 5) >>> 44)) >>> 44)) >>> 42;
        h0 += 5 * over;
        carry();
        h2 &= MASK_42;
    }

    private void wrap() {
        h0 += 5 * (h2 >>> 42);
        h2 &= MASK_42;
        carry();
    }

    private void clear() {
        h0 = 0;
        h1 = 0;
        h2 = 0;
    }

    /** Forgets the key and the message. */
    void wipe() {
        r0 = r1 = r2 = s1 = s2 = 0;
        q0 = q1 = q2 = t1 = t2 = 0;
        clear();
        Arrays.fill(lastBlock, (byte) 0);
    }
}
