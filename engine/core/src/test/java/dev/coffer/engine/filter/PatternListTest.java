package dev.coffer.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PatternListTest {

    private static boolean matches(String path, String... patterns) {
        return PatternList.of(List.of(patterns)).matches(path);
    }

    @ParameterizedTest
    @CsvSource({
        "*.go,/foo/bar/test.go",
        "test.*,/foo/bar/test.go",
        "/foo/bar,/foo/bar",
        "/foo/bar,/foo/bar/baz/x",
        "bar,/foo/bar/x",
        "foo/bar,/x/foo/bar/y",
        "/foo/*,/foo/bar/baz",
        "/foo/**,/foo/bar",
        "/foo/**/x,/foo/x",
        "/foo/**/x,/foo/a/b/x/y",
        "**/x,/a/b/x",
        "**,/a",
        "foo/**,/a/foo",
        "foo/**/bar/**/baz,/1/foo/2/3/bar/4/baz/5",
        "foo/,/a/foo",
        "./foo,/a/foo",
        "a//b,/a/b",
        "a/x/../b,/a/b",
        "/**/b,/a/b",
        "/,/a/b",
        "[^a]/foo,/foo",
        "?a/\\*,/xa/*"
    })
    void a_pattern_matches(String pattern, String path) {
        assertThat(matches(path, pattern)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/bar,/foo/bar",
        "foo/bar,/foo/x/bar",
        "*.go,/foo/test.god",
        "/foo/*/x,/foo/x",
        "/foo/**/x,/bar/foo/x",
        "**,/",
        "foo,/FOO",
        ".,/a",
        "..,/a",
        "fo,/foo",
        "a/b/c,/a/b",
        "!a,/a",
        "!,/a",
        "*/foo,/foo",
        "**/*/foo,/foo"
    })
    void a_pattern_does_not_match(String pattern, String path) {
        assertThat(matches(path, pattern)).isFalse();
    }

    @Test
    void the_last_pattern_that_applies_decides() {
        assertThat(matches("/a/x.txt", "*.txt", "!x.txt")).isFalse();
        assertThat(matches("/a/y.txt", "*.txt", "!x.txt")).isTrue();
        assertThat(matches("/a/x.txt", "!x.txt", "*.txt")).isTrue();
    }

    @Test
    void case_is_ignored_on_demand() {
        PatternList list = PatternList.ignoringCase(List.of("*.JPG", "Straße", "ÄÖ"));
        assertThat(list.matches("/Photos/x.jPg")).isTrue();
        assertThat(list.matches("/STRAßE")).isTrue();
        assertThat(list.matches("/äö")).isTrue();
        assertThat(list.matches("/strasse")).isFalse();
    }

    @Test
    void all_malformed_patterns_are_named_at_once() {
        assertThatThrownBy(() -> PatternList.of(List.of("good", "bad[", "a/b\\", "")))
                .isInstanceOf(InvalidPatternException.class)
                .hasMessageContaining("bad[, a/b\\");
    }

    @Test
    void an_empty_list_chooses_nothing() {
        assertThat(PatternList.of(List.of("", "")).isEmpty()).isTrue();
        assertThat(PatternList.NONE.test("/a")).isEqualTo(new PatternList.Selection(false, false));
    }

    @ParameterizedTest
    @CsvSource({
        "/foo/bar,/foo,true",
        "/foo/bar,/fox,false",
        "/foo/bar,/foo/bar,true",
        "/foo/bar,/foo/bar/baz,true",
        "/foo/bar,/foo/baz,false",
        "bar,/x/y,true",
        "/foo/*/x,/foo/a,true",
        "/foo/*/x,/foo/a/b,false",
        "/foo/**/x,/foo/a/b,true",
        "/foo/**/x,/bar,false",
        "/**/x,/bar,true",
        "/foo/bar,/,true"
    })
    void folders_are_entered_only_if_something_below_may_match(String pattern, String folder, boolean expected) {
        assertThat(PatternList.of(List.of(pattern)).test(folder).mayMatchBelow())
                .isEqualTo(expected);
    }

    @Test
    void folders_taken_back_are_not_entered() {
        PatternList list = PatternList.of(List.of("/a", "!/a/b"));
        assertThat(list.test("/a").mayMatchBelow()).isTrue();
        assertThat(list.test("/a/b")).isEqualTo(new PatternList.Selection(false, false));
    }
}
