package dev.coffer.engine.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.chunker.Polynomial;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.errors.RepositoryException.UnsupportedFormat;
import dev.coffer.engine.json.MalformedJson;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryConfigTest {

    private static final String ID = "5a".repeat(32);
    private static final String RESTIC =
            "{\"version\":2,\"id\":\"" + ID + "\",\"chunker_polynomial\":\"2814b9c8054143\"}";
    private static final String RUSTIC = RESTIC.replace(
            "}", ",\"is_hot\":true,\"zebra\":[1, 2],\"append_only\":false,\"compression\":-7,\"chunker\":\"Rabin\"}");

    @Test
    void reads_the_config_of_restic() throws Exception {
        RepositoryConfig config = decode(RESTIC);
        assertThat(config.version()).isEqualTo(2);
        assertThat(config.id()).isEqualTo(ID);
        assertThat(config.polynomial()).isEqualTo(Polynomial.parse("2814b9c8054143"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void is_written_as_restic_writes_it(int version) throws Exception {
        String text = RESTIC.replace(":2,", ":" + version + ",");
        assertThat(decode(text).encode()).asString(UTF_8).isEqualTo(text);
    }

    @Test
    void fields_of_other_programs_are_kept_in_their_order() throws Exception {
        assertThat(decode(RUSTIC).encode()).asString(UTF_8).isEqualTo(RUSTIC);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3, Integer.MAX_VALUE})
    void an_unknown_version_is_refused(int version) {
        assertThatThrownBy(() -> decode(RESTIC.replace(":2,", ":" + version + ",")))
                .isInstanceOf(UnsupportedFormat.class)
                .hasMessageContaining(String.valueOf(version));
    }

    /** One of a wrong degree, one that is divisible by x, none at all, and three that are no number. */
    @ParameterizedTest
    @ValueSource(strings = {"3", "20000000000002", "", "xyz", "-2814b9c8054143", "12814b9c8054143000"})
    void an_unfit_polynomial_is_refused(String polynomial) {
        assertThatThrownBy(() -> decode(RESTIC.replace("2814b9c8054143", polynomial)))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining("polynomial");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../etc", "5a5a"})
    void an_id_that_is_none_is_refused(String id) {
        assertThatThrownBy(() -> decode(RESTIC.replace(ID, id))).isInstanceOf(CorruptData.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"version\":\"2\"}", "{}{}"})
    void what_is_no_config_is_refused(String text) {
        assertThatThrownBy(() -> decode(text)).isInstanceOf(MalformedJson.class);
    }

    private static RepositoryConfig decode(String text) throws IOException {
        return RepositoryConfig.decode(text.getBytes(UTF_8));
    }
}
