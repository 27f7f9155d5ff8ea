package dev.coffer.engine.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.snapshot.TagList;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void every_rule_that_keeps_a_snapshot_is_a_reason() {
        KeepPolicy policy = new KeepPolicy(
                Map.of(Interval.YEARLY, 3, Interval.LAST, 1),
                new KeepSpan(0, 0, 2, 0),
                Map.of(Interval.DAILY, new KeepSpan(1, 0, 0, 0)),
                List.of(TagList.parse("a,b")));
        List<StoredSnapshot> group = List.of(
                snapshot("2021-06-01T10:00:00Z", "a", "b"),
                snapshot("2021-06-03T10:00:00Z"),
                snapshot("2021-06-01T09:00:00Z"));
        Retention retention = Retention.of(group, policy, NOW, ZoneId.of("Z"));
        assertThat(retention.keep()).containsExactly(group.get(1), group.get(0), group.get(2));
        assertThat(retention.remove()).isEmpty();
        assertThat(retention.reasons().stream().map(Retention.Reason::matches))
                .containsExactly(
                        List.of("within 2d", "last snapshot", "yearly snapshot", "daily within 1y"),
                        List.of("has tags [a, b]", "daily within 1y"),
                        List.of("oldest yearly snapshot", "oldest daily within 1y"));
    }

    @Test
    void what_no_rule_keeps_is_removed_newest_first() {
        KeepPolicy policy = new KeepPolicy(Map.of(Interval.LAST, 1), KeepSpan.ZERO, Map.of(), List.of());
        List<StoredSnapshot> group = snapshots("2021-01-01T00:00:00Z", "2021-01-03T00:00:00Z", "2021-01-02T00:00:00Z");
        Retention retention = Retention.of(group, policy, NOW, ZoneId.of("Z"));
        assertThat(retention.keep()).containsExactly(group.get(1));
        assertThat(retention.remove()).containsExactly(group.get(2), group.get(0));
    }

    @Test
    void days_are_those_of_the_place_where_the_backup_ran() {
        KeepPolicy policy = new KeepPolicy(Map.of(Interval.DAILY, 5), KeepSpan.ZERO, Map.of(), List.of());
        List<StoredSnapshot> group =
                snapshots("2021-01-01T00:30:00+02:00", "2021-01-01T23:30:00+02:00", "2021-01-02T00:30:00+02:00");
        Retention retention = Retention.of(group, policy, NOW, ZoneId.of("Z"));
        assertThat(retention.remove()).isEmpty();
        assertThat(retention.reasons().getLast().matches()).containsExactly("oldest daily snapshot");
    }

    @Test
    void spans_end_with_the_newest_snapshot_that_is_not_from_the_future() {
        KeepPolicy policy = new KeepPolicy(Map.of(), new KeepSpan(0, 0, 1, 0), Map.of(), List.of());
        List<StoredSnapshot> group = snapshots("2029-01-01T00:00:00Z", "2029-12-31T00:00:00Z", "2031-01-01T00:00:00Z");
        assertThat(Retention.of(group, policy, NOW, ZoneId.of("Z")).remove()).containsExactly(group.get(0));
    }

    @Test
    void a_count_of_zero_and_a_span_of_nothing_are_no_rules() {
        KeepPolicy policy = new KeepPolicy(
                Map.of(Interval.DAILY, 0), KeepSpan.ZERO, Map.of(Interval.DAILY, KeepSpan.ZERO), List.of());
        assertThat(policy.isEmpty()).isTrue();
        assertThat(Retention.of(snapshots("2021-01-01T00:00:00Z"), policy, NOW, ZoneId.of("Z"))
                        .keep())
                .isEmpty();
    }

    private static List<StoredSnapshot> snapshots(String... times) {
        return Arrays.stream(times).map(time -> snapshot(time)).toList();
    }

    private static StoredSnapshot snapshot(String time, String... tags) {
        Snapshot snapshot = Snapshot.builder(OffsetDateTime.parse(time), ObjectId.NULL)
                .tags(List.of(tags))
                .build();
        return new StoredSnapshot(ObjectId.of(time.getBytes(StandardCharsets.UTF_8)), snapshot);
    }
}
