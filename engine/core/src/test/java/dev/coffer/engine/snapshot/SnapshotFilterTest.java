package dev.coffer.engine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotFilterTest {

    private static final Snapshot SNAPSHOT = Snapshots.onDay(1)
            .hostname("a")
            .paths(List.of("/x", "/y"))
            .tags(List.of("t", "u"))
            .build();

    @Test
    void without_conditions_all_pass() {
        assertThat(SnapshotFilter.ALL.matches(SNAPSHOT)).isTrue();
        assertThat(SnapshotFilter.ALL.isEmpty()).isTrue();
    }

    @Test
    void any_of_the_hosts_is_enough() {
        assertThat(new SnapshotFilter(Set.of("a", "b"), List.of(), List.of()).matches(SNAPSHOT))
                .isTrue();
        assertThat(new SnapshotFilter(Set.of("b", "c"), List.of(), List.of()).matches(SNAPSHOT))
                .isFalse();
    }

    @Test
    void all_paths_must_be_there() {
        assertThat(new SnapshotFilter(Set.of(), List.of("/y", "/x"), List.of()).matches(SNAPSHOT))
                .isTrue();
        assertThat(new SnapshotFilter(Set.of(), List.of("/x", "/z"), List.of()).matches(SNAPSHOT))
                .isFalse();
        assertThat(new SnapshotFilter(Set.of(), List.of("/x/"), List.of()).matches(SNAPSHOT))
                .isFalse();
    }

    /** Lists are divided by spaces here, tags by commas; {@code -} stands for the empty list. */
    @ParameterizedTest
    @CsvSource({
        "'t', 't,u', true",
        "'t,u', 't,u', true",
        "'t,v', 't,u', false",
        "'v t', 't,u', true",
        "'v w', 't,u', false",
        "'-', 't,u', false",
        "'-', '', true",
        "'- t', 't', true",
        "'t', '', false"
    })
    void tags_of_one_list_must_all_be_there_and_any_list_is_enough(String lists, String tags, boolean matches) {
        List<TagList> wanted = Arrays.stream(lists.split(" "))
                .map(list -> TagList.parse("-".equals(list) ? "" : list))
                .toList();
        Snapshot snapshot = Snapshots.onDay(1)
                .tags(tags.isEmpty() ? List.of() : List.of(tags.split(",")))
                .build();

        assertThat(new SnapshotFilter(Set.of(), List.of(), wanted).matches(snapshot))
                .isEqualTo(matches);
    }

    @Test
    void tag_lists_ignore_white_space_and_flatten_to_real_tags() {
        assertThat(TagList.parse(" a , b").tags()).containsExactly("a", "b");
        assertThat(TagList.flatten(List.of(TagList.parse("a,,b"), TagList.parse(""), TagList.parse("c"))))
                .containsExactly("a", "b", "c");
    }
}
