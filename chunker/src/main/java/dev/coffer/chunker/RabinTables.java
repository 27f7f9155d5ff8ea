package dev.coffer.chunker;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What is precomputed for the fingerprints modulo one polynomial {@code P} of degree {@code d}. A byte {@code v} enters the
 * window, and the byte {@code u} of 64 places before leaves it, by
 *
 * <pre>fingerprint = fingerprint·x^8 + u·x^(8·64) + v mod P</pre>
 *
 * <p>Textbooks take {@code u} out before the multiplication; here it is taken out after it, together with {@code v}, so that
 * this part is off the chain of operations that each wait for the one before.
 *
 * <p>Fingerprints stand at the upper end of a {@code long}, {@link #shift} bits up. To multiply one by {@code x^8} is to rotate it:
 * what exceeds the degree arrives in the lowest byte, which picks the entry of the table that clears this byte and adds what it
 * amounts to. Immutable and cached.
 */
final class RabinTables {

    static final int WINDOW_BYTES = 64;

    private static final int MIN_DEGREE = Byte.SIZE;
    private static final int MAX_DEGREE = Long.SIZE - 1 - Byte.SIZE;
    private static final int BYTE_VALUES = 256;
    private static final ConcurrentMap<Long, RabinTables> CACHE = new ConcurrentHashMap<>();

    /** At which index the second half of {@link #table} starts. */
    static final int LEAVE = BYTE_VALUES;

    /**
     * Two tables in one, as a processor has registers for few: at {@code t} the byte {@code t} itself, to clear it, and
     * {@code t·x^d mod P}; at {@code LEAVE + u} what takes out {@code u}, which is {@code u·x^(8·64) mod P}.
     */
    final long[] table = new long[2 * BYTE_VALUES];

    /** By how much fingerprints are shifted left. */
    final int shift;

    private RabinTables(Polynomial polynomial) {
        int degree = polynomial.degree();
        if (degree < MIN_DEGREE || degree > MAX_DEGREE) {
            throw new IllegalArgumentException("fingerprints need a polynomial of degree " + MIN_DEGREE + " to "
                    + MAX_DEGREE + ", but that of " + polynomial + " is " + degree);
        }
        shift = Long.SIZE - degree;
        for (int b = 0; b < BYTE_VALUES; b++) {
            table[b] = b ^ (Polynomial.remainder((long) b << degree, polynomial.bits()) << shift);
        }
        for (int b = 0; b < BYTE_VALUES; b++) {
            table[LEAVE + b] = timesWindow(Polynomial.remainder(b, polynomial.bits()) << shift);
        }
    }

    private long timesWindow(long fingerprint) {
        long product = fingerprint;
        for (int i = 0; i < WINDOW_BYTES; i++) {
            product = timesByte(table, product);
        }
        return product;
    }

    /**
     * A copy of the table. Where one is made, the JIT knows how long it is and leaves out every check of an index that is a byte; so
     * a loop over thousands of bytes is the faster for a copy of its own.
     */
    long[] copyTable() {
        long[] copy = new long[2 * BYTE_VALUES];
        System.arraycopy(table, 0, copy, 0, copy.length);
        return copy;
    }

    /** {@code fingerprint·x^8 mod P}. */
    static long timesByte(long[] table, long fingerprint) {
        long turned = Long.rotateLeft(fingerprint, Byte.SIZE);
        return turned ^ table[(int) (turned & 0xff)];
    }

    /**
     * The tables of a polynomial.
     *
     * @throws IllegalArgumentException if its degree is not between 8 and 55
     */
    static RabinTables of(Polynomial polynomial) {
        return CACHE.computeIfAbsent(polynomial.bits(), _ -> new RabinTables(polynomial));
    }
}
