package dev.coffer.engine.compress;

import com.github.luben.zstd.Zstd;

/**
 * Guesses from samples whether compression would be in vain: encrypted, compressed or media data.
 *
 * <p>First the order-0 entropy of small slices from everywhere, which lets nearly all compressible data go after some
 * microseconds. Where it is close to 8 bits per byte, larger samples are compressed: they must not shrink. What repeats only over
 * distances longer than a sample is missed; such data is stored as it is, which costs space but nothing else.
 */
final class RandomLook {

    private static final int MIN_LENGTH = 32 * 1024;
    private static final int SLICES = 16;
    private static final int SLICE_BYTES = 256;
    private static final int TRIALS = 3;
    private static final int TRIAL_BYTES = 8 * 1024;

    /** 4096 random bytes show 7.955 ± 0.003 bits per byte, because the sample is small. */
    private static final double RANDOM_BITS = 7.9;

    /** Samples that keep more than this share of their length are not worth it. */
    private static final double INCOMPRESSIBLE_SHARE = 0.98;

    private RandomLook() {}

    static boolean of(byte[] data, int offset, int length) {
        return length >= MIN_LENGTH
                && entropyOfSlices(data, offset, length) > RANDOM_BITS
                && resistsTrials(data, offset, length);
    }

    /** Bits per byte. */
    private static double entropyOfSlices(byte[] data, int offset, int length) {
        int[] counts = new int[256];
        for (int slice = 0; slice < SLICES; slice++) {
            int start = offset + position(slice, SLICES, length, SLICE_BYTES);
            for (int i = start; i < start + SLICE_BYTES; i++) {
                counts[data[i] & 0xff]++;
            }
        }
        return entropy(counts, SLICES * SLICE_BYTES);
    }

    private static double entropy(int[] counts, int total) {
        double sum = 0;
        for (int count : counts) {
            sum += count == 0 ? 0 : count * Math.log(count);
        }
        return (Math.log(total) - sum / total) / Math.log(2);
    }

    private static boolean resistsTrials(byte[] data, int offset, int length) {
        byte[] target = new byte[Math.toIntExact(Zstd.compressBound(TRIAL_BYTES))];
        int kept = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            int start = offset + position(trial, TRIALS, length, TRIAL_BYTES);
            kept += Contexts.compression(CompressionMode.FASTEST, TRIAL_BYTES)
                    .with(context -> context.compressByteArray(target, 0, target.length, data, start, TRIAL_BYTES));
        }
        return kept > INCOMPRESSIBLE_SHARE * TRIALS * TRIAL_BYTES;
    }

    /** Where the sample starts if {@code count} of them are spread evenly from the first byte to the last. */
    private static int position(int index, int count, int length, int sampleBytes) {
        return (int) ((long) (length - sampleBytes) * index / (count - 1));
    }
}
