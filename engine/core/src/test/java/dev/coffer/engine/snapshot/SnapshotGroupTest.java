package dev.coffer.engine.snapshot;

import static dev.coffer.engine.snapshot.Snapshots.onDay;
import static dev.coffer.engine.snapshot.Snapshots.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotGroupTest {

    private static final StoredSnapshot OLD = stored("1", onDay(1).tags(List.of("b", "a")));
    private static final StoredSnapshot NEW = stored("2", onDay(2).paths(List.of("/q", "/p")));
    private static final StoredSnapshot OTHER =
            stored("3", onDay(3).hostname("g").paths(List.of("/p", "/q")));
    private static final List<StoredSnapshot> ALL = List.of(OTHER, NEW, OLD);

    @Test
    void without_grouping_all_are_in_one_group_oldest_first() {
        List<SnapshotGroup> groups = SnapshotGroup.group(ALL, GroupBy.NOTHING);

        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.key()).hasToString("{\"hostname\":\"\",\"paths\":null,\"tags\":null}");
            assertThat(group.snapshots()).containsExactly(OLD, NEW, OTHER);
        });
    }

    @Test
    void groups_are_sorted_by_their_keys() throws Exception {
        List<SnapshotGroup> groups = SnapshotGroup.group(ALL, GroupBy.parse("host,paths"));

        assertThat(groups)
                .extracting(group -> group.key().toString())
                .containsExactly(
                        "{\"hostname\":\"g\",\"paths\":[\"/p\",\"/q\"],\"tags\":null}",
                        "{\"hostname\":\"h\",\"paths\":[\"/p\",\"/q\"],\"tags\":null}",
                        "{\"hostname\":\"h\",\"paths\":[\"/p\"],\"tags\":null}");
    }

    @Test
    void the_order_of_paths_and_tags_does_not_matter() throws Exception {
        StoredSnapshot again = stored("4", onDay(4).tags(List.of("a", "b")));

        assertThat(SnapshotGroup.group(List.of(OTHER, NEW), GroupBy.parse("path")))
                .hasSize(1);
        assertThat(SnapshotGroup.group(List.of(OLD, again), GroupBy.parse("tags")))
                .singleElement()
                .extracting(group -> group.key().toString())
                .isEqualTo("{\"hostname\":\"\",\"paths\":null,\"tags\":[\"a\",\"b\"]}");
    }

    @Test
    void nothing_gives_no_groups() {
        assertThat(SnapshotGroup.group(List.of(), GroupBy.NOTHING)).isEmpty();
    }

    @Test
    void grouping_is_parsed_from_words() throws Exception {
        assertThat(GroupBy.parse("host,paths")).isEqualTo(GroupBy.HOST_AND_PATHS);
        assertThat(GroupBy.parse("tag, hosts")).isEqualTo(new GroupBy(true, false, true));
        assertThat(GroupBy.parse("").isGrouping()).isFalse();
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> GroupBy.parse("host,user"))
                .withMessageContaining("user");
    }
}
