package dev.coffer.chunker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.testing.RandomData;
import dev.coffer.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolynomialTest {

    @Test
    void hex_is_read_and_written_without_padding() {
        assertThat(Polynomial.parse("2814B9C8054143").toHex()).isEqualTo("2814b9c8054143");
        assertThat(Polynomial.parse("003da3358b4dc173")).isEqualTo(Polynomial.parse("3da3358b4dc173"));
        assertThat(Polynomial.parse("ffffffffffffffff").degree()).isEqualTo(63);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x1", "-1", "+1", "g", "11112222333344445", " 1"})
    void what_is_no_hex_number_is_refused(String text) {
        assertThatThrownBy(() -> Polynomial.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2814b9c8054143", "3da3358b4dc173"})
    void polynomials_of_restic_repositories_are_valid(String hex) {
        assertThat(Polynomial.parse(hex).isValidForRestic()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "1", "3", "13", "2814b9c8054142", "2814b9c8054141", "20000000000001", "7", "5fffffffffffff"
            })
    void others_are_not(String hex) {
        assertThat(Polynomial.parse(hex).isValidForRestic()).isFalse();
    }

    /** There are known numbers of irreducible polynomials of each degree (OEIS A001037). */
    @Test
    void there_are_as_many_irreducible_polynomials_as_there_should_be() {
        int[] expected = {0, 2, 1, 2, 3, 6, 9, 18, 30, 56, 99, 186, 335};
        for (int degree = 0; degree < expected.length; degree++) {
            int count = 0;
            for (long bits = 1L << degree; bits < 2L << degree; bits++) {
                count += new Polynomial(bits).isIrreducible() ? 1 : 0;
            }
            assertThat(count).as("of degree %d", degree).isEqualTo(expected[degree]);
        }
    }

    @Seeds
    void random_polynomials_are_valid_and_products_are_not(long seed) {
        RandomData random = new RandomData(seed);
        Polynomial polynomial = Polynomial.random(random.random());
        assertThat(polynomial.isValidForRestic()).isTrue();
        assertThat(polynomial).isNotEqualTo(Polynomial.random(random.random()));

        long product =
                times(random.random().nextLong(2, 1 << 26), random.random().nextLong(1 << 26, 1 << 27));
        assertThat(new Polynomial(product).isIrreducible()).isFalse();
    }

    private static long times(long a, long b) {
        long product = 0;
        for (int i = 0; i < 32; i++) {
            product ^= ((b >>> i) & 1) * (a << i);
        }
        return product;
    }
}
