package dev.coffer.engine.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectIdTest {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void is_the_sha_256_of_the_content() {
        assertThat(ObjectId.of("abc".getBytes(UTF_8))).hasToString(ABC);
    }

    @Test
    void reads_back_what_it_prints() {
        assertThat(ObjectId.parse(ABC)).isEqualTo(ObjectId.of("abc".getBytes(UTF_8)));
    }

    @Test
    void is_ordered_like_its_hex_digits() {
        ObjectId low = ObjectId.parse("0" + ABC.substring(1));
        ObjectId high = ObjectId.parse("f" + ABC.substring(1));
        assertThat(low).isLessThan(high);
        assertThat(low).isLessThan(ObjectId.parse(ABC));
    }

    @Test
    void writes_its_bytes_at_an_offset() {
        byte[] target = new byte[40];
        ObjectId.parse(ABC).copyTo(target, 5);
        assertThat(ObjectId.fromBytes(target, 5)).hasToString(ABC);
        assertThat(target[4]).isZero();
        assertThat(target[37]).isZero();
    }

    @Test
    void text_that_is_no_id_is_refused() {
        assertThatThrownBy(() -> ObjectId.parse("abc")).hasMessageContaining("64 hex digits");
        assertThat(ObjectId.tryParse(ABC.replace('b', 'g'))).isEmpty();
        assertThat(ObjectId.tryParse(ABC)).isPresent();
    }

    @Test
    void is_found_by_the_beginning_of_its_digits() {
        ObjectId id = ObjectId.parse(ABC);
        ObjectId similar = ObjectId.parse("ba79" + ABC.substring(4));
        assertThat(ObjectId.withPrefix("ba7", List.of(id, similar, ObjectId.NULL)))
                .containsExactly(id, similar);
        assertThat(ObjectId.withPrefix("ba78", List.of(id, similar))).containsExactly(id);
        assertThat(ObjectId.withPrefix(ABC, List.of(id))).containsExactly(id);
    }

    @Test
    void is_not_found_by_nothing_at_all() {
        assertThat(ObjectId.withPrefix("", List.of(ObjectId.parse(ABC)))).isEmpty();
    }

    @Test
    void its_short_form_has_eight_digits() {
        assertThat(ObjectId.parse(ABC).shortHex()).isEqualTo("ba7816bf");
        assertThat(ObjectId.parse(ABC).firstByte()).isEqualTo(0xba);
    }
}
