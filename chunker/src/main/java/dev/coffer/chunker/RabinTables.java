package dev.coffer.chunker;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What is precomputed for the fingerprints modulo one polynomial {@code P} of degree {@code d}. A byte {@code v} enters the
 * window, and the byte {@code u} of 64 places before leaves it, by
 *
 * <pre>fingerprint = fingerprint·x^8 ^ reduce[top byte of the fingerprint] ^ leave[u] ^ v</pre>
 *
 * <p>Textbooks take {@code u} out before the multiplication; here it is taken out after it, together with {@code v}, so that
 * this part is off the chain of operations that each wait for the one before. Immutable and cached.
 */
final class RabinTables {

    static final int WINDOW_BYTES = 64;

    private static final int MIN_DEGREE = Byte.SIZE;
    private static final int MAX_DEGREE = Long.SIZE - 1 - Byte.SIZE;
    private static final int BYTE_VALUES = 256;
    private static final ConcurrentMap<Polynomial, RabinTables> CACHE = new ConcurrentHashMap<>();

    /** {@code leave[u] = u·x^(8·64) mod P}. */
    final long[] leave = new long[BYTE_VALUES];

    /** {@code reduce[t] = t·x^d + (t·x^d mod P)}: takes away the top byte and adds what it amounts to. */
    final long[] reduce = new long[BYTE_VALUES];

    /** By how much the fingerprint is shifted right to get its top byte. */
    final int topShift;

    private RabinTables(Polynomial polynomial) {
        int degree = polynomial.degree();
        if (degree < MIN_DEGREE || degree > MAX_DEGREE) {
            throw new IllegalArgumentException("fingerprints need a polynomial of degree " + MIN_DEGREE + " to "
                    + MAX_DEGREE + ", but that of " + polynomial + " is " + degree);
        }
        topShift = degree - Byte.SIZE;
        for (int b = 0; b < BYTE_VALUES; b++) {
            long top = (long) b << degree;
            reduce[b] = top ^ Polynomial.remainder(top, polynomial.bits());
        }
        for (int b = 0; b < BYTE_VALUES; b++) {
            leave[b] = timesWindow(Polynomial.remainder(b, polynomial.bits()));
        }
    }

    private long timesWindow(long fingerprint) {
        long product = fingerprint;
        for (int i = 0; i < WINDOW_BYTES; i++) {
            product = (product << Byte.SIZE) ^ reduce[(int) (product >>> topShift)];
        }
        return product;
    }

    /**
     * The tables of a polynomial.
     *
     * @throws IllegalArgumentException if its degree is not between 8 and 55
     */
    static RabinTables of(Polynomial polynomial) {
        return CACHE.computeIfAbsent(polynomial, RabinTables::new);
    }
}
