package dev.coffer.chunker;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * A polynomial over GF(2) of degree at most 63.
 *
 * @param bits bit {@code i} is the coefficient of {@code x^i}
 */
public record Polynomial(long bits) {

    /** The degree every restic repository's polynomial has. */
    public static final int RESTIC_DEGREE = 53;

    private static final int MAX_TRIES = 1_000_000;

    /**
     * The polynomial in hexadecimal, as a repository's configuration has it.
     *
     * @throws IllegalArgumentException if these are not 1 to 16 hex digits
     */
    public static Polynomial parse(String hex) {
        if (!hex.matches("[0-9a-fA-F]{1,16}")) {
            throw new IllegalArgumentException("\"" + hex + "\" is no polynomial: that takes 1 to 16 hex digits");
        }
        return new Polynomial(Long.parseUnsignedLong(hex, 16));
    }

    /** A new irreducible polynomial of degree 53, from the platform's secure generator. */
    public static Polynomial random() {
        return random(new SecureRandom());
    }

    /**
     * A new irreducible polynomial of degree 53. It is meant to hide what is stored, so repositories take it
     * from a {@link SecureRandom}.
     */
    public static Polynomial random(RandomGenerator random) {
        long top = 1L << RESTIC_DEGREE;
        for (int i = 0; i < MAX_TRIES; i++) {
            Polynomial candidate = new Polynomial((random.nextLong() & (top - 1)) | top | 1);
            if (candidate.isIrreducible()) {
                return candidate;
            }
        }
        throw new IllegalStateException(
                "the random generator is broken: one polynomial in 27 would have been irreducible");
    }

    /** Lower-case, without leading zeros; the inverse of {@link #parse}. */
    public String toHex() {
        return Long.toHexString(bits);
    }

    /** The exponent of the highest power, −1 for zero. */
    public int degree() {
        return Long.SIZE - 1 - Long.numberOfLeadingZeros(bits);
    }

    /** Whether a restic repository may have it: irreducible and of degree 53. */
    public boolean isValidForRestic() {
        return degree() == RESTIC_DEGREE && isIrreducible();
    }

    /**
     * Whether it is no product of smaller polynomials. Ben-Or's test: every irreducible polynomial of degree {@code i} divides
     * {@code x^(2^i) − x}, so for no {@code i} up to half of the degree there may be a common divisor.
     */
    public boolean isIrreducible() {
        if (degree() < 1) {
            return false;
        }
        long power = remainder(0b10, bits);
        long x = power;
        for (int i = 1; i <= degree() / 2; i++) {
            power = multiply(power, power, bits);
            if (greatestCommonDivisor(bits, power ^ x) != 1) {
                return false;
            }
        }
        return true;
    }

    /** {@code a mod divisor}, for a divisor that is not zero. */
    static long remainder(long a, long divisor) {
        int zeros = Long.numberOfLeadingZeros(divisor);
        long rest = a;
        while (rest != 0 && Long.numberOfLeadingZeros(rest) <= zeros) {
            rest ^= divisor << (zeros - Long.numberOfLeadingZeros(rest));
        }
        return rest;
    }

    /** {@code a·b mod modulus}; both factors are reduced. */
    private static long multiply(long a, long b, long modulus) {
        long product = 0;
        for (int i = Long.SIZE - 1 - Long.numberOfLeadingZeros(b); i >= 0; i--) {
            product = timesX(product, modulus) ^ (((b >>> i) & 1) == 0 ? 0 : a);
        }
        return product;
    }

    /** {@code a·x mod modulus}; correct even if the modulus has degree 63, when the shift drops its top bit. */
    private static long timesX(long a, long modulus) {
        long top = Long.highestOneBit(modulus) >>> 1;
        return (a & top) == 0 ? a << 1 : (a << 1) ^ modulus;
    }

    private static long greatestCommonDivisor(long a, long b) {
        long divisor = a;
        long rest = b;
        while (rest != 0) {
            long next = remainder(divisor, rest);
            divisor = rest;
            rest = next;
        }
        return divisor;
    }

    /** The hex digits. */
    @Override
    public String toString() {
        return toHex();
    }
}
