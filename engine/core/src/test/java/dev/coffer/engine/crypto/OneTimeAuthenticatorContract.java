package dev.coffer.engine.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.testing.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

/** What every Poly1305 must do, compared with Bouncy Castle and with RFC 8439. */
abstract class OneTimeAuthenticatorContract {

    private static final byte[] ALL_ONES = filled(16, 0xff);

    abstract OneTimeAuthenticator authenticator(byte[] r);

    @Test
    void the_example_of_the_rfc_is_met() {
        byte[] key = HexFormat.of().parseHex("85d6be7857556d337f4452fe42d506a80103808afb0db2fd4abff6af4149f51b");
        byte[] message = "Cryptographic Forum Research Group".getBytes(StandardCharsets.US_ASCII);

        byte[] tag = tag(Arrays.copyOf(key, 16), Arrays.copyOfRange(key, 16, 32), message, 0, message.length);

        assertThat(tag).asHexString().isEqualToIgnoringCase("a8061dc1305136c6c22b8baf0c0127a9");
    }

    @Seeds
    void random_messages_of_every_small_length_match_the_oracle(long seed) {
        Random random = new Random(seed);
        for (int length = 0; length <= 300; length++) {
            assertMatches(bytes(random, 16), bytes(random, 16), bytes(random, length));
        }
    }

    @Seeds
    void long_messages_in_parts_match_the_oracle(long seed) {
        Random random = new Random(seed);
        byte[] message = bytes(random, 16 * (1000 + random.nextInt(5000)) + random.nextInt(16));
        byte[] r = bytes(random, 16);
        byte[] s = bytes(random, 16);
        OneTimeAuthenticator poly = authenticator(r);
        int at = 0;
        while (at < message.length) {
            int part = Math.min(16 * random.nextInt(40), message.length - at);
            poly.update(message, at, part);
            at += part;
        }
        byte[] tag = new byte[16];
        poly.finish(s, tag, 0);
        assertThat(tag).isEqualTo(oracle(r, s, message));
    }

    @Test
    void carries_at_the_edges_match_the_oracle() {
        int[] fills = {0x00, 0x01, 0x7f, 0x80, 0xfa, 0xfb, 0xfc, 0xfe, 0xff};
        for (int fill : fills) {
            for (int length = 0; length <= 160; length++) {
                assertMatches(ALL_ONES, ALL_ONES, filled(length, fill));
                assertMatches(filled(16, fill), filled(16, 0), filled(length, 0xff));
                assertMatches(powerOf256(0), ALL_ONES, filled(length, fill));
                assertMatches(powerOf256(length % 16), filled(16, fill), filled(length, 0xff));
            }
        }
    }

    /** Limbs of nothing but zeros or ones make the largest sums and the most negative differences. */
    @Seeds
    void limbs_at_their_limits_match_the_oracle(long seed) {
        Random random = new Random(seed);
        for (int length = 0; length <= 400; length++) {
            assertMatches(extremes(random, 16), extremes(random, 16), extremes(random, length));
        }
    }

    /** With r = 1 four blocks of a small number in the lowest limb, and ones above it, add up to a negative highest limb. */
    @Test
    void a_negative_limb_at_the_end_matches_the_oracle() {
        for (int lowest = 0; lowest < 16; lowest++) {
            byte[] message = filled(64, 0xff);
            for (int at = 0; at < message.length; at += 16) {
                Arrays.fill(message, at, at + 5, (byte) 0);
                message[at] = (byte) lowest;
                message[at + 5] = (byte) 0xf0;
            }
            assertMatches(powerOf256(0), filled(16, 0), message);
            assertMatches(powerOf256(0), filled(16, 0), Arrays.copyOf(message, 67));
        }
    }

    @Test
    void the_largest_sums_do_not_add_up_to_an_overflow() {
        for (int length : new int[] {64, 128, 65_536, 65_536 + 48, 65_536 + 63}) {
            assertMatches(ALL_ONES, ALL_ONES, filled(length, 0xff));
        }
    }

    /** With r = 1 the accumulator is the sum of the blocks, so it can be steered to just around 2^130 − 5. */
    @Test
    void values_around_the_modulus_match_the_oracle() {
        for (int low = 0xf0; low <= 0xff; low++) {
            byte[] message = filled(48, 0xff);
            message[0] = (byte) low;
            message[16] = 0;
            Arrays.fill(message, 16, 48, (byte) 0);
            assertMatches(powerOf256(0), filled(16, 0), Arrays.copyOf(message, 16));
            assertMatches(powerOf256(0), ALL_ONES, Arrays.copyOf(message, 32));
            assertMatches(powerOf256(0), ALL_ONES, message);
        }
    }

    @Test
    void a_message_leaves_nothing_behind_for_the_next() {
        OneTimeAuthenticator poly = authenticator(ALL_ONES);
        byte[] first = new byte[16];
        byte[] second = new byte[16];
        poly.update(filled(37, 3), 0, 37);
        poly.finish(ALL_ONES, first, 0);
        poly.update(filled(37, 3), 0, 37);
        poly.finish(ALL_ONES, second, 0);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void a_wiped_one_has_forgotten_the_key() {
        OneTimeAuthenticator poly = authenticator(ALL_ONES);
        poly.update(filled(64, 4), 0, 64);
        poly.wipe();
        poly.update(filled(64, 3), 0, 64);
        byte[] tag = new byte[16];
        poly.finish(ALL_ONES, tag, 0);
        assertThat(tag).isNotEqualTo(oracle(ALL_ONES, ALL_ONES, filled(64, 3)));
    }

    private void assertMatches(byte[] r, byte[] s, byte[] message) {
        byte[] shifted = new byte[message.length + 5];
        System.arraycopy(message, 0, shifted, 3, message.length);
        assertThat(tag(r, s, shifted, 3, message.length)).isEqualTo(oracle(r, s, message));
    }

    private byte[] tag(byte[] r, byte[] s, byte[] message, int offset, int length) {
        OneTimeAuthenticator poly = authenticator(r);
        poly.update(message, offset, length);
        byte[] tag = new byte[18];
        poly.finish(s, tag, 1);
        return Arrays.copyOfRange(tag, 1, 17);
    }

    private static byte[] oracle(byte[] r, byte[] s, byte[] message) {
        byte[] key = Arrays.copyOf(r, 32);
        org.bouncycastle.crypto.generators.Poly1305KeyGenerator.clamp(key);
        System.arraycopy(s, 0, key, 16, 16);
        var mac = new org.bouncycastle.crypto.macs.Poly1305();
        mac.init(new KeyParameter(key));
        mac.update(message, 0, message.length);
        byte[] tag = new byte[16];
        mac.doFinal(tag, 0);
        return tag;
    }

    private static byte[] powerOf256(int exponent) {
        byte[] bytes = new byte[16];
        bytes[exponent] = 1;
        return bytes;
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** Runs of 00 and ff. */
    private static byte[] extremes(Random random, int length) {
        byte[] bytes = new byte[length];
        for (int at = 0, end; at < length; at = end) {
            end = Math.min(length, at + 1 + random.nextInt(12));
            Arrays.fill(bytes, at, end, (byte) (random.nextBoolean() ? 0xff : 0));
        }
        return bytes;
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
