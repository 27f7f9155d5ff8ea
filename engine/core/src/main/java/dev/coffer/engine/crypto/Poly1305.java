package dev.coffer.engine.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Poly1305 in plain Java.
 *
 * <p>Numbers modulo 2^130 − 5 are kept in limbs of 44, 44 and 42 bits: {@code x0 + x1·2^44 + x2·2^88}. What spills over 2^132 comes
 * back at the bottom, times 20, as 2^132 ≡ 4·5. Limbs may be a little too big between steps, the highest even negative.
 *
 * <p>Multiplications are what takes the time, so there are as few as possible. Four blocks go at a time,
 * {@code h = (h + a)·r⁴ + b·r³ + c·r² + d·r}, and limbs are multiplied as Karatsuba found: {@code x0·y1 + x1·y0} is
 * {@code (x0 + x1)(y0 + y1) − x0·y0 − x1·y1}, which takes six products instead of nine, and as the differences are taken of sums over
 * four blocks, they cost little.
 *
 * <p>Of each product the part above 2^44 ({@link #high}) and the product modulo 2^64 are added up separately. No sum of high parts
 * overflows, and the low parts follow by subtraction: so there is no carry from a low to a high half, which Java can only get by
 * comparing.
 */
final class Poly1305 implements OneTimeAuthenticator {

    private static final int STEP_BYTES = 4 * BLOCK_BYTES;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long CLAMP_LOW = 0x0ffffffc0fffffffL;
    private static final long CLAMP_HIGH = 0x0ffffffc0ffffffcL;
    private static final long MASK_44 = (1L << 44) - 1;
    private static final long MASK_42 = (1L << 42) - 1;
    private static final long MASK_26 = (1L << 26) - 1;
    private static final long MASK_18 = (1L << 18) - 1;
    private static final long MASK_10 = (1L << 10) - 1;
    private static final long FULL_BLOCK = 1L << 40; // 2^128 in the top limb

    private final byte[] lastBlock = new byte[BLOCK_BYTES];

    /** The first powers of {@code r}. */
    private final Factor r1 = new Factor();

    private final Factor r2 = new Factor();
    private final Factor r3 = new Factor();
    private final Factor r4 = new Factor();

    /** The accumulator. */
    private long h0;

    private long h1;
    private long h2;

    /** Limbs, and the sums of two of them. */
    private static final class Factor {
        private long x0;
        private long x1;
        private long x2;
        private long x01;
        private long x02;
        private long x12;

        void set(long limb0, long limb1, long limb2) {
            x0 = limb0;
            x1 = limb1;
            x2 = limb2;
            x01 = limb0 + limb1;
            x02 = limb0 + limb2;
            x12 = limb1 + limb2;
        }
    }

    /** @param r 16 bytes, clamped here, not kept */
    Poly1305(byte[] r) {
        LONGS.set(lastBlock, 0, low(r));
        LONGS.set(lastBlock, 8, high(r));
        h0 = limb0(lastBlock, 0);
        h1 = limb1(lastBlock, 0);
        h2 = limb2(lastBlock, 0);
        r1.set(h0, h1, h2);
        for (Factor power : new Factor[] {r2, r3, r4}) {
            multiply(h0, h1, h2);
            power.set(h0, h1, h2);
        }
        clear();
    }

    private static long low(byte[] r) {
        return (long) LONGS.get(r, 0) & CLAMP_LOW;
    }

    private static long high(byte[] r) {
        return (long) LONGS.get(r, 8) & CLAMP_HIGH;
    }

    /** Whether nothing of {@code r} counts. */
    static boolean isZero(byte[] r) {
        return (low(r) | high(r)) == 0;
    }

    @Override
    public void update(byte[] data, int offset, int length) {
        int end = offset + length;
        int at = offset + (length & -STEP_BYTES);
        addSteps(data, offset, at);
        while (end - at >= BLOCK_BYTES) {
            addBlock(data, at, FULL_BLOCK);
            at += BLOCK_BYTES;
        }
        if (at < end) {
            Arrays.fill(lastBlock, (byte) 0);
            System.arraycopy(data, at, lastBlock, 0, end - at);
            lastBlock[end - at] = 1;
            addBlock(lastBlock, 0, 0);
        }
    }

    private void addSteps(byte[] data, int from, int to) {
        for (int at = from; at < to; at += STEP_BYTES) {
            long a0 = h0 + limb0(data, at);
            long a1 = h1 + limb1(data, at);
            long a2 = h2 + (limb2(data, at) | FULL_BLOCK);
            long b0 = limb0(data, at + 16);
            long b1 = limb1(data, at + 16);
            long b2 = limb2(data, at + 16) | FULL_BLOCK;
            long c0 = limb0(data, at + 32);
            long c1 = limb1(data, at + 32);
            long c2 = limb2(data, at + 32) | FULL_BLOCK;
            long d0 = limb0(data, at + 48);
            long d1 = limb1(data, at + 48);
            long d2 = limb2(data, at + 48) | FULL_BLOCK;
            long up0 = high(a0, r4.x0) + high(b0, r3.x0) + high(c0, r2.x0) + high(d0, r1.x0);
            long up1 = high(a1, r4.x1) + high(b1, r3.x1) + high(c1, r2.x1) + high(d1, r1.x1);
            long up2 = high(a2, r4.x2) + high(b2, r3.x2) + high(c2, r2.x2) + high(d2, r1.x2);
            long low0 = a0 * r4.x0 + b0 * r3.x0 + c0 * r2.x0 + d0 * r1.x0;
            long low1 = a1 * r4.x1 + b1 * r3.x1 + c1 * r2.x1 + d1 * r1.x1;
            long low2 = a2 * r4.x2 + b2 * r3.x2 + c2 * r2.x2 + d2 * r1.x2;
            long up01 = high(a0 + a1, r4.x01) + high(b0 + b1, r3.x01) + high(c0 + c1, r2.x01) + high(d0 + d1, r1.x01);
            long up02 = high(a0 + a2, r4.x02) + high(b0 + b2, r3.x02) + high(c0 + c2, r2.x02) + high(d0 + d2, r1.x02);
            long up12 = high(a1 + a2, r4.x12) + high(b1 + b2, r3.x12) + high(c1 + c2, r2.x12) + high(d1 + d2, r1.x12);
            long low01 = (a0 + a1) * r4.x01 + (b0 + b1) * r3.x01 + (c0 + c1) * r2.x01 + (d0 + d1) * r1.x01;
            long low02 = (a0 + a2) * r4.x02 + (b0 + b2) * r3.x02 + (c0 + c2) * r2.x02 + (d0 + d2) * r1.x02;
            long low12 = (a1 + a2) * r4.x12 + (b1 + b2) * r3.x12 + (c1 + c2) * r2.x12 + (d1 + d2) * r1.x12;
            up12 = 20 * (up12 - up1 - up2) + up0;
            up01 += 20 * up2 - up0 - up1;
            up02 += up1 - up0 - up2;
            low12 = 20 * (low12 - low1 - low2) + low0;
            low01 += 20 * low2 - low0 - low1;
            low02 += low1 - low0 - low2;
            set(up12, up01, up02, low12, low01, low02);
        }
    }

    /** {@code h = (h + block)·r}, where {@code top} is the part of the block above its 128 bits. */
    private void addBlock(byte[] data, int at, long top) {
        multiply(h0 + limb0(data, at), h1 + limb1(data, at), h2 + (limb2(data, at) | top));
    }

    /** {@code h = a·r}, the plain way. */
    private void multiply(long a0, long a1, long a2) {
        long s1 = 20 * r1.x1;
        long s2 = 20 * r1.x2;
        set(
                high(a0, r1.x0) + high(a1, s2) + high(a2, s1),
                high(a0, r1.x1) + high(a1, r1.x0) + high(a2, s2),
                high(a0, r1.x2) + high(a1, r1.x1) + high(a2, r1.x0),
                a0 * r1.x0 + a1 * s2 + a2 * s1,
                a0 * r1.x1 + a1 * r1.x0 + a2 * s2,
                a0 * r1.x2 + a1 * r1.x1 + a2 * r1.x0);
    }

    /** Sets {@code h} from sums of products: how often 2^44 is in each limb, and the limb modulo 2^64. */
    private void set(long up0, long up1, long up2, long low0, long low1, long low2) {
        long top = low2 - (up2 << 44) + up1;
        h0 = low0 - (up0 << 44) + 5 * ((up2 << 2) + (top >> 42));
        h1 = low1 - (up1 << 44) + up0;
        h2 = top & MASK_42;
        carry();
    }

    /** Brings the two lower limbs to 44 bits. */
    private void carry() {
        h1 += h0 >> 44;
        h0 &= MASK_44;
        h2 += h1 >> 44;
        h1 &= MASK_44;
    }

    /** {@code ab / 2^44}, rounded down, for factors below 2^53. */
    private static long high(long a, long b) {
        return Math.multiplyHigh(a << 10, b << 10);
    }

    private static long limb0(byte[] block, int at) {
        return (long) LONGS.get(block, at) & MASK_44;
    }

    private static long limb1(byte[] block, int at) {
        return ((long) LONGS.get(block, at + 5) >>> 4) & MASK_44;
    }

    private static long limb2(byte[] block, int at) {
        return (long) LONGS.get(block, at + 8) >>> 24;
    }

    /**
     * Adds what another accumulator holds, and leaves zero there.
     *
     * @param limbs five of 26 bits, each of which may be a little too big or negative
     */
    void addAndClear(long[] limbs) {
        for (int i = 0; i < 2 * limbs.length; i++) {
            int limb = i % limbs.length;
            long over = limbs[limb] >> 26;
            limbs[limb] &= MASK_26;
            if (limb < limbs.length - 1) {
                limbs[limb + 1] += over;
            } else {
                limbs[0] += 5 * over;
            }
        }
        h0 += limbs[0] + ((limbs[1] & MASK_18) << 26);
        h1 += (limbs[1] >> 18) + (limbs[2] << 8) + ((limbs[3] & MASK_10) << 34);
        h2 += (limbs[3] >> 10) + (limbs[4] << 16);
        carry();
        Arrays.fill(limbs, 0);
    }

    @Override
    public void finish(byte[] mask, byte[] tag, int tagOffset) {
        reduce();
        long low = h0 | (h1 << 44);
        long high = (h1 >>> 20) | (h2 << 24);
        writeTag(low, high, mask, tag, tagOffset);
        clear();
    }

    /** The sum of hash and mask, modulo 2^128. */
    private static void writeTag(long hashLow, long hashHigh, byte[] mask, byte[] tag, int tagOffset) {
        long low = hashLow + (long) LONGS.get(mask, 0);
        long carry = Long.compareUnsigned(low, hashLow) < 0 ? 1 : 0;
        LONGS.set(tag, tagOffset, low);
        LONGS.set(tag, tagOffset + 8, hashHigh + (long) LONGS.get(mask, 8) + carry);
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
        h0 += 5 * (h2 >> 42);
        h2 &= MASK_42;
        carry();
    }

    private void clear() {
        h0 = 0;
        h1 = 0;
        h2 = 0;
    }

    @Override
    public void wipe() {
        for (Factor power : new Factor[] {r1, r2, r3, r4}) {
            power.set(0, 0, 0);
        }
        clear();
        Arrays.fill(lastBlock, (byte) 0);
    }
}
