package dev.coffer.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoQuoteTest {

    @Test
    void special_characters_are_escaped() {
        String name = "a\"\\\u0007\b\f\n\r\t\u000B\u0001\u007F\u00A0\uFEFF\uDBFF\uDFFF\uDCFFä\uD83D\uDE00'/";

        String quoted = "a\\\"\\\\\\a\\b\\f\\n\\r\\t\\v\\x01\\x7f\\u00a0\\ufeff\\U0010ffff\\xffä\uD83D\uDE00'/";

        assertThat(GoQuote.quote(name)).isEqualTo(quoted);
        assertThat(GoQuote.unquote(quoted)).isEqualTo(name);
    }

    @Test
    void a_plain_name_stays_as_it_is() {
        assertThat(GoQuote.quote("plain name-1.txt")).isEqualTo("plain name-1.txt");
        assertThat(GoQuote.unquote("plain ä")).isEqualTo("plain ä");
    }

    @Test
    void escaped_bytes_that_make_up_a_character_are_that_character() {
        assertThat(GoQuote.unquote("\\xc3\\xa4\\303\\244")).isEqualTo("ää");
    }

    @Test
    void surrogates_of_windows_names_are_escaped_by_their_bytes() {
        assertThat(GoQuote.quote("\uD800")).isEqualTo("\\xed\\xa0\\x80");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\",
                "\\x",
                "\\x1",
                "\\xg0",
                "\\u123",
                "\\ud800",
                "\\U00110000",
                "\\Uffffffff",
                "\\q",
                "\\'",
                "\"",
                "\n\\n",
                "\n",
                "\\12",
                "\\400",
                "\\8"
            })
    void what_go_refuses_is_refused(String quoted) {
        assertThatIllegalArgumentException().isThrownBy(() -> GoQuote.unquote(quoted));
    }
}
