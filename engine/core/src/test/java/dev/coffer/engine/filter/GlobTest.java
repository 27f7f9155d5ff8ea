package dev.coffer.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GlobTest {

    private static boolean matches(String pattern, String name) {
        return Glob.parse(pattern).orElseThrow().matches(name);
    }

    @ParameterizedTest
    @CsvSource({
        "abc,abc",
        "*,abc",
        "*c,abc",
        "a*,a",
        "a*,abc",
        "a*b*c*d*e*,axbxcxdxe",
        "a*b?c*x,abxbbxdbxebxczzx",
        "ab[c],abc",
        "ab[b-d],abc",
        "ab[^e-g],abc",
        "a?b,a☺b",
        "a[^a]b,a☺b",
        "[a-ζ]*,α",
        "a\\*b,a*b",
        "a[\\]]b,a]b",
        "[\\-],-",
        "[x\\-],x",
        "[x\\-],-",
        "*x,xxx",
        "a],a]",
        "[a^],^",
        "[!a],!",
        "**,abc",
        "a**c,abc",
        "'',''",
        "*,''",
        "[^b-a],a",
        "*\\\\,a\\"
    })
    void matching_names(String pattern, String name) {
        assertThat(matches(pattern, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "abc,abd",
        "a*,ba",
        "ab[e-g],abc",
        "ab[^c],abc",
        "a???b,a☺b",
        "[a-ζ]*,A",
        "a?b,a/b",
        "*,a/b",
        "a[^a][^a]b,a☺b",
        "[x\\-],z",
        "*b,a",
        "?,''",
        "a*b*c,acb",
        "[b-a],a",
        "[!a],b",
        "a,A"
    })
    void names_that_do_not_match(String pattern, String name) {
        assertThat(matches(pattern, name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[", "[a", "[]", "[]a]", "[-]", "[x-]", "[-x]", "[a-b-c]", "[^", "[^bc", "a[", "[^]", "\\", "a\\",
                "[\\", "[a-", "[a-]"
            })
    void malformed_patterns_are_noticed(String pattern) {
        assertThat(Glob.parse(pattern)).isEmpty();
    }

    @Test
    void a_question_mark_takes_one_byte_that_is_no_text() {
        assertThat(matches("a?b", "a\uDCFFb")).isTrue();
        assertThat(matches("a??b", "a\uDCFFb")).isFalse();
    }

    @Test
    void bytes_that_are_no_text_match_themselves() {
        assertThat(matches("\uDCFE*", "\uDCFEx")).isTrue();
        assertThat(matches("\uDCFE*", "\uDCFFx")).isFalse();
    }

    @Test
    void many_stars_do_not_take_forever() {
        assertThat(matches("a*".repeat(50) + "b", "a".repeat(5000))).isFalse();
    }
}
