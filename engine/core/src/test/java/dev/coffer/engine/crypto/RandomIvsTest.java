package dev.coffer.engine.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;

class RandomIvsTest {

    private static final int DRAWN = 2000;

    @Test
    void none_comes_twice_from_one_source_or_another() throws Exception {
        Set<ByteBuffer> seen = new HashSet<>();
        RandomIvs one = source();
        RandomIvs other = source();
        for (int i = 0; i < DRAWN; i++) {
            seen.add(next(one));
            seen.add(next(other));
        }
        assertThat(seen).hasSize(2 * DRAWN);
    }

    @Test
    void every_bit_is_set_in_about_half_of_them() throws Exception {
        int[] set = new int[Byte.SIZE * RandomIvs.IV_BYTES];
        RandomIvs source = source();
        for (int i = 0; i < DRAWN; i++) {
            byte[] iv = next(source).array();
            for (int bit = 0; bit < set.length; bit++) {
                set[bit] += iv[bit / Byte.SIZE] >>> bit % Byte.SIZE & 1;
            }
        }
        assertThat(Arrays.stream(set)).allSatisfy(count -> assertThat(count).isBetween(DRAWN * 2 / 5, DRAWN * 3 / 5));
    }

    @Test
    void nothing_is_written_around_them() throws Exception {
        byte[] target = new byte[RandomIvs.IV_BYTES + 2];
        source().write(target, 1);
        assertThat(target).startsWith(0).endsWith(0);
    }

    @Test
    void what_was_drawn_a_while_ago_is_not_used() throws Exception {
        long[] now = {0};
        int[] drawn = {0};
        SecureRandom counting = new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                drawn[0]++;
                super.nextBytes(bytes);
            }
        };
        RandomIvs source = new RandomIvs(Cipher.getInstance("AES/CTR/NoPadding"), counting, () -> now[0]);
        next(source);
        int once = drawn[0];
        now[0] = 100_000_000;
        next(source);
        assertThat(drawn[0]).isEqualTo(once);
        now[0]++;
        next(source);
        assertThat(drawn[0]).isEqualTo(2 * once);
    }

    private static ByteBuffer next(RandomIvs source) throws GeneralSecurityException {
        byte[] iv = new byte[RandomIvs.IV_BYTES];
        source.write(iv, 0);
        return ByteBuffer.wrap(iv);
    }

    private static RandomIvs source() throws GeneralSecurityException {
        return new RandomIvs(Cipher.getInstance("AES/CTR/NoPadding"));
    }
}
