package dev.coffer.engine.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CryptoTest {

    private final Random random = new Random(1);
    private final MasterKey key = MasterKey.random();
    private final Crypto crypto = new Crypto(key);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 8191, 8192, 8193, 100_000})
    void what_is_sealed_can_be_opened(int length) throws Exception {
        byte[] plain = bytes(length);

        byte[] sealed = crypto.seal(plain);

        assertThat(sealed).hasSize(length + Crypto.OVERHEAD);
        assertThat(crypto.open(sealed)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8191, 8192, 8193, 100_000})
    void what_is_sealed_can_be_compared_part_by_part(int length) throws Exception {
        byte[] plain = bytes(length);
        byte[] sealed = crypto.seal(plain);
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        assertThat(crypto.holds(sealed, 0, sealed.length, (part, offset, count) -> {
                    seen.write(part, offset, count);
                    return true;
                }))
                .isTrue();
        assertThat(seen.toByteArray()).isEqualTo(plain);
        assertThat(crypto.holds(sealed, 0, sealed.length, (_, _, _) -> false)).isEqualTo(length == 0);
    }

    @Test
    void nothing_of_what_is_forged_is_compared() {
        byte[] sealed = crypto.seal(bytes(100));
        sealed[50] ^= 1;
        List<Integer> parts = new ArrayList<>();
        assertThatThrownBy(() -> crypto.holds(sealed, 0, sealed.length, (_, _, count) -> parts.add(count)))
                .isInstanceOf(AuthenticationFailed.class);
        assertThat(parts).isEmpty();
    }

    @Test
    void the_same_bytes_are_never_sealed_alike() {
        assertThat(crypto.seal(bytes(10))).isNotEqualTo(crypto.seal(new byte[10]));
        assertThat(crypto.seal(new byte[0])).isNotEqualTo(crypto.seal(new byte[0]));
    }

    @Test
    void every_flipped_bit_is_noticed_and_the_target_is_left_alone() {
        byte[] sealed = crypto.seal(bytes(50));
        byte[] target = new byte[50];
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] damaged = sealed.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> crypto.open(damaged, 0, damaged.length, target, 0))
                    .isInstanceOf(AuthenticationFailed.class);
        }
        assertThat(target).containsOnly(0);
    }

    @Test
    void every_cut_is_noticed() {
        byte[] sealed = crypto.seal(bytes(40));
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> crypto.open(cut)).isInstanceOf(AuthenticationFailed.class);
        }
    }

    @Test
    void another_key_does_not_open() {
        byte[] sealed = crypto.seal(bytes(40));
        assertThatThrownBy(() -> new Crypto(MasterKey.random()).open(sealed)).isInstanceOf(AuthenticationFailed.class);
    }

    @Test
    void sealing_and_opening_work_in_place() throws Exception {
        byte[] plain = bytes(20_000);
        byte[] buffer = new byte[20_100];
        System.arraycopy(plain, 0, buffer, 7 + Crypto.IV_BYTES, plain.length);

        int length = crypto.seal(buffer, 7 + Crypto.IV_BYTES, plain.length, buffer, 7);
        byte[] sealed = Arrays.copyOfRange(buffer, 7, 7 + length);
        crypto.open(buffer, 7, length, buffer, 7 + Crypto.IV_BYTES);

        assertThat(crypto.open(sealed)).isEqualTo(plain);
        assertThat(Arrays.copyOfRange(buffer, 7 + Crypto.IV_BYTES, 7 + Crypto.IV_BYTES + plain.length))
                .isEqualTo(plain);
    }

    @Test
    void overlaps_that_are_not_exactly_in_place_are_refused() throws Exception {
        byte[] buffer = new byte[400];
        crypto.seal(buffer, 0, 100, buffer, 100);
        assertThatThrownBy(() -> crypto.seal(buffer, 0, 101, buffer, 100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> crypto.seal(buffer, 231, 100, buffer, 100))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> crypto.open(buffer, 100, 132, buffer, 100))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(crypto.open(buffer, 100, 132, buffer, 232)).isEqualTo(100);
    }

    @Test
    void sealing_follows_the_definition() throws Exception {
        byte[] plain = bytes(1000);
        byte[] sealed = crypto.seal(plain);

        assertThat(sealed).isEqualTo(Definition.seal(key, Arrays.copyOf(sealed, 16), plain));
    }

    @Test
    void the_counter_carries_through_all_sixteen_bytes() throws Exception {
        byte[] plain = bytes(1000);
        byte[] iv = HexFormat.of().parseHex("ffffffffffffffffffffffffffffffff");

        assertThat(crypto.open(Definition.seal(key, iv, plain))).isEqualTo(plain);
    }

    @Test
    void many_threads_share_one() throws Exception {
        byte[][] plains = new byte[64][];
        Arrays.setAll(plains, i -> bytes(1000 * i));
        byte[][] opened = new byte[64][];
        Thread[] threads = new Thread[64];
        for (int i = 0; i < threads.length; i++) {
            int n = i;
            threads[i] = Thread.ofVirtual().start(() -> opened[n] = sealAndOpen(plains[n]));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(opened).isDeepEqualTo(plains);
    }

    private byte[] sealAndOpen(byte[] plain) {
        try {
            return crypto.open(crypto.seal(plain));
        } catch (AuthenticationFailed e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_closed_one_is_of_no_use() {
        byte[] sealed = crypto.seal(new byte[5]);
        crypto.close();
        assertThatThrownBy(() -> crypto.seal(new byte[5])).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> crypto.open(sealed)).isInstanceOf(IllegalStateException.class);
        assertThat(key.macK()).isNotEqualTo(new byte[16]);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
