package dev.coffer.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PasswordTextTest {

    @Test
    void white_space_around_the_text_is_cut_off() {
        assertThat(PasswordText.decodeTrimmed(" \t a b\r\n\n".getBytes(UTF_8))).isEqualTo("a b".getBytes(UTF_8));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_text() {
        assertThat(PasswordText.decodeTrimmed("\uFEFFp\u00e4ss\n".getBytes(UTF_8)))
                .isEqualTo("p\u00e4ss".getBytes(UTF_8));
    }

    @Test
    void utf_16_with_a_mark_is_converted() {
        assertThat(PasswordText.decodeTrimmed("\uFEFFp\u00e4ss\r\n".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("p\u00e4ss".getBytes(UTF_8));
        assertThat(PasswordText.decodeTrimmed("\uFEFFp\u00e4ss\r\n".getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo("p\u00e4ss".getBytes(UTF_8));
    }

    @Test
    void bytes_that_are_no_utf_8_stay() {
        assertThat(PasswordText.decodeTrimmed("p\u00e4ss\n".getBytes(ISO_8859_1)))
                .isEqualTo("p\u00e4ss".getBytes(ISO_8859_1));
    }
}
