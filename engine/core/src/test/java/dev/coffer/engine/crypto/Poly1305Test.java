package dev.coffer.engine.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.testing.Seeds;
import java.math.BigInteger;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Poly1305Test extends OneTimeAuthenticatorContract {

    private static final BigInteger MODULUS = BigInteger.TWO.pow(130).subtract(BigInteger.valueOf(5));
    private static final byte[] ONE = {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    @Override
    OneTimeAuthenticator authenticator(byte[] r) {
        return new Poly1305(r);
    }

    private static Stream<long[]> numbers() {
        long full = (1L << 26) - 1;
        return Stream.of(
                new long[] {0, 0, 0, 0, 0},
                new long[] {-1, 0, 0, 0, 0},
                new long[] {0, 0, 0, 0, -1},
                new long[] {-1, -1, -1, -1, -1},
                new long[] {1L << 27, 1L << 27, 1L << 27, 1L << 27, 1L << 27},
                new long[] {full, full, full, full, full},
                new long[] {full - 4, full, full, full, full},
                new long[] {full - 5, full, full, full, full},
                new long[] {full, full, full, full, full + 1});
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void the_number_of_another_accumulator_is_added_and_taken_away_there(long[] limbs) {
        assertAdds(limbs);
    }

    @Seeds
    void limbs_that_are_a_little_too_big_or_negative_are_added_as_they_are(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            assertAdds(random.longs(5, -(1L << 28), 1L << 28).toArray());
        }
    }

    /** With r = 1 the hash is the sum of all blocks. */
    private static void assertAdds(long[] limbs) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < limbs.length; i++) {
            sum = sum.add(BigInteger.valueOf(limbs[i]).shiftLeft(26 * i));
        }
        Poly1305 poly = new Poly1305(ONE);
        byte[] tag = new byte[16];
        byte[] block = {9, 8, 7}; // 0x01070809, with the bit that ends it

        poly.addAndClear(limbs.clone());
        poly.finish(new byte[16], tag, 0);
        assertThat(tag).isEqualTo(littleEndian(sum.mod(MODULUS)));

        poly.addAndClear(limbs);
        poly.update(block, 0, block.length);
        poly.finish(new byte[16], tag, 0);
        assertThat(tag)
                .isEqualTo(littleEndian(sum.add(BigInteger.valueOf(0x01070809)).mod(MODULUS)));
        assertThat(limbs).containsOnly(0);
    }

    private static byte[] littleEndian(BigInteger number) {
        byte[] bytes = new byte[16];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = number.shiftRight(8 * i).byteValue();
        }
        return bytes;
    }
}
