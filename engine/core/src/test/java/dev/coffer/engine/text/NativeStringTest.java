package dev.coffer.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NativeStringTest {

    @Test
    void valid_utf8_becomes_its_text() {
        String text = "plain ä € 漢字 \uD83D\uDE00 \u0000 \uFFFD \uDBFF\uDFFF";

        assertThat(NativeString.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "61ff62, auDCFFb",
        "c0af, uDCC0uDCAF",
        "e080af, uDCE0uDC80uDCAF",
        "eda080, uDCEDuDCA0uDC80",
        "f4908080, uDCF4uDC90uDC80uDC80",
        "f8888080, uDCF8uDC88uDC80uDC80",
        "e282, uDCE2uDC82",
        "e28261, uDCE2uDC82a",
        "80, uDC80",
        "f09f98, uDCF0uDC9FuDC98"
    })
    void every_byte_that_is_not_utf8_is_escaped_alone(String bytes, String escaped) {
        String decoded = NativeString.decode(HexFormat.of().parseHex(bytes));

        assertThat(decoded).isEqualTo(unescape(escaped));
        assertThat(NativeString.encode(decoded)).asHexString().isEqualToIgnoringCase(bytes);
        assertThat(NativeString.isValid(decoded)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void any_bytes_survive_the_way_through_a_string(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = randomBytes(random);
            assertThat(NativeString.encode(NativeString.decode(bytes))).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void strings_are_ordered_like_their_bytes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            byte[] a = randomBytes(random);
            byte[] b = randomBytes(random);
            int order = NativeString.compareBytes(NativeString.decode(a), NativeString.decode(b));
            assertThat(Integer.signum(order)).isEqualTo(Integer.signum(Arrays.compareUnsigned(a, b)));
        }
    }

    @Test
    void what_is_not_unicode_prints_as_replacement_characters() {
        assertThat(NativeString.printable("a\uDCFF\uDC80\uD83D\uDE00")).isEqualTo("a\uFFFD\uFFFD\uD83D\uDE00");
    }

    @Test
    void another_lone_surrogate_takes_its_three_bytes() {
        assertThat(NativeString.encode("\uD800")).asHexString().isEqualTo("EDA080");
    }

    /** Few different values, so that equal prefixes and valid sequences are common. */
    private static byte[] randomBytes(Random random) {
        byte[] values = HexFormat.of().parseHex("00617f80bfc3a9e282acedb080f09f9880efbfbdf48fbfbfff");
        byte[] bytes = new byte[random.nextInt(9)];
        int start = random.nextInt(values.length);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = random.nextInt(3) == 0
                    ? values[random.nextInt(values.length)]
                    : values[(start + i) % values.length];
        }
        return bytes;
    }

    private static String unescape(String text) {
        return Pattern.compile("u([0-9A-F]{4})")
                .matcher(text)
                .replaceAll(hit -> Character.toString((char) Integer.parseInt(hit.group(1), 16)));
    }
}
