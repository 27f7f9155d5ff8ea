package dev.coffer.benchmarks;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** Machine-like data: records of 16 bytes with rising addresses, a few frequent codes, and small numbers. */
final class SyntheticRecords {

    private static final long SEED = 3;
    private static final int RECORD_BYTES = 16;
    private static final int CODES = 256;

    private SyntheticRecords() {}

    static byte[] bytes(int length) {
        Random random = new Random(SEED);
        ByteBuffer records = ByteBuffer.allocate(length + RECORD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long address = 0x400000;
        while (records.position() < length) {
            address += random.nextInt(1, 64);
            records.putLong(address);
            records.put((byte) skewed(random, CODES));
            records.put((byte) random.nextInt(16));
            records.putShort((short) skewed(random, Short.MAX_VALUE));
            records.putInt(skewed(random, 1 << 20));
        }
        return Arrays.copyOf(records.array(), length);
    }

    /** Small numbers are far more frequent than large ones. */
    private static int skewed(Random random, int bound) {
        return (int) (bound * Math.pow(random.nextDouble(), 6));
    }
}
