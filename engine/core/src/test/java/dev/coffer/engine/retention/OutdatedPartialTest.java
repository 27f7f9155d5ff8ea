package dev.coffer.engine.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutdatedPartialTest {

    private static final Instant NOW = Instant.parse("2026-01-20T00:00:00Z");

    private static StoredSnapshot snapshot(int number, String time, String host, List<String> tags) {
        Snapshot snapshot = Snapshot.builder(OffsetDateTime.parse(time), ObjectId.of(new byte[0]))
                .hostname(host)
                .paths(List.of("/b", "/a"))
                .tags(tags)
                .build();
        return new StoredSnapshot(new ObjectId(number, 0, 0, 0), snapshot);
    }

    private static StoredSnapshot partial(int number, String time) {
        return snapshot(number, time, "host", List.of("daily", Snapshot.PARTIAL));
    }

    @Test
    void a_partial_snapshot_of_today_may_be_gone_on_from() {
        assertThat(OutdatedPartial.among(List.of(partial(1, "2026-01-19T00:00:00Z")), NOW))
                .isEmpty();
    }

    @Test
    void one_that_is_older_than_two_weeks_is_outdated() {
        StoredSnapshot old = partial(1, "2026-01-05T00:00:00Z");
        assertThat(OutdatedPartial.among(List.of(old), NOW)).containsExactly(old);
    }

    @Test
    void a_later_complete_one_supersedes_it() {
        StoredSnapshot partial = partial(1, "2026-01-19T00:00:00Z");
        StoredSnapshot complete = snapshot(2, "2026-01-19T01:00:00Z", "host", List.of());
        assertThat(OutdatedPartial.among(List.of(complete, partial), NOW)).containsExactly(partial);
    }

    @Test
    void neither_earlier_ones_nor_those_of_others_do() {
        StoredSnapshot partial = partial(1, "2026-01-19T00:00:00Z");
        StoredSnapshot earlier = snapshot(2, "2026-01-18T00:00:00Z", "host", List.of());
        StoredSnapshot ofOther = snapshot(3, "2026-01-19T01:00:00Z", "other", List.of());
        assertThat(OutdatedPartial.among(List.of(partial, earlier, ofOther), NOW))
                .isEmpty();
    }
}
