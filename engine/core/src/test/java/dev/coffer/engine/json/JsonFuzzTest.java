package dev.coffer.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes: a value or {@link MalformedJson}, nothing else. */
class JsonFuzzTest {

    private static final byte[] TEXT =
            ("{\"packs\":[{\"id\":\"0123456789abcdef\",\"n\":-1.5e+3,\"s\":\"a\\u00e4\\ud83d\\ude00\\n\\\"ä漢\"},"
                            + "[],{},true,false,null,[[[1,2],18446744073709551615]],\"2024-01-01T00:00:00.5+01:00\",\"AQID\"]}\n")
                    .getBytes(StandardCharsets.UTF_8);

    private static final String ACCEPTED = "accepted";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void mutated_text_is_read_or_refused(long seed) {
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] mutated = mutate(random);
            refused += accepts(mutated, random) ? 0 : 1;
        }
        assertThat(refused).isBetween(1, 4_999);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void truncated_text_is_refused(long seed) {
        for (int length = 0; length < TEXT.length - 1; length++) {
            assertThat(accepts(Arrays.copyOf(TEXT, length), new Random(seed))).isFalse();
        }
    }

    private static byte[] mutate(Random random) {
        byte[] alphabet = "{}[]\",:\\u0e-. \0\n\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        byte[] text = TEXT.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            text[random.nextInt(text.length)] =
                    random.nextBoolean() ? alphabet[random.nextInt(alphabet.length)] : (byte) random.nextInt(256);
        }
        return text;
    }

    /** Asks for the same in memory and through a small window, which must make no difference. */
    private static boolean accepts(byte[] text, Random random) {
        long choices = random.nextLong();
        int window = 1 + random.nextInt(20);
        JsonReader stream = new JsonReader(new ByteArrayInputStream(text), window);
        String result = result(new JsonReader(text), new Random(choices), text.length);
        assertThat(result(stream, new Random(choices), text.length))
                .as("window of %d for %s", window, new String(text, StandardCharsets.UTF_8))
                .isEqualTo(result);
        return result.equals(ACCEPTED);
    }

    private static String result(JsonReader json, Random random, int length) {
        try {
            read(json, random);
            json.endDocument();
            return ACCEPTED;
        } catch (MalformedJson e) {
            assertThat(e.position()).isBetween(0, length);
            return String.valueOf(e.getMessage());
        }
    }

    private static void read(JsonReader json, Random random) throws MalformedJson {
        switch (json.peek()) {
            case OBJECT -> {
                json.beginObject();
                while (json.hasNext()) {
                    json.nextName();
                    read(json, random);
                }
                json.endObject();
            }
            case ARRAY -> {
                json.beginArray();
                while (json.hasNext()) {
                    read(json, random);
                }
                json.endArray();
            }
            case STRING -> readString(json, random);
            case NUMBER, BOOLEAN, NULL -> json.nextRaw();
        }
    }

    private static void readString(JsonReader json, Random random) throws MalformedJson {
        switch (random.nextInt(20)) {
            case 0 -> json.nextHex(new long[1]);
            case 1 -> json.nextBase64();
            case 2 -> json.nextTime();
            case 3 -> json.nextLong();
            default -> json.nextString();
        }
    }
}
