package dev.coffer.engine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.blob.ObjectId;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotGroupTest {

    private static final StoredSnapshot OLD = snapshot("2026-01-01T00:00:00Z", "web");
    private static final StoredSnapshot MIDDLE = snapshot("2026-01-02T00:00:00Z", "mail");
    private static final StoredSnapshot NEW = snapshot("2026-01-03T00:00:00Z", "web");

    @Test
    void all_are_together_if_nothing_divides_them() {
        assertThat(SnapshotGroup.group(List.of(NEW, OLD, MIDDLE), GroupBy.NOTHING))
                .containsExactly(new SnapshotGroup(new GroupKey("", null, null), List.of(OLD, MIDDLE, NEW)));
    }

    @Test
    void groups_are_sorted_by_what_divides_them() {
        assertThat(SnapshotGroup.group(List.of(NEW, OLD, MIDDLE), new GroupBy(true, false, false)))
                .extracting(SnapshotGroup::snapshots)
                .containsExactly(List.of(MIDDLE), List.of(OLD, NEW));
    }

    @Test
    void no_snapshots_give_no_groups() {
        assertThat(SnapshotGroup.group(List.of(), GroupBy.NOTHING)).isEmpty();
    }

    private static StoredSnapshot snapshot(String time, String host) {
        return new StoredSnapshot(
                ObjectId.NULL,
                Snapshot.builder(OffsetDateTime.parse(time), ObjectId.NULL)
                        .hostname(host)
                        .build());
    }
}
