package dev.coffer.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.snapshot.GroupKey;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.SnapshotSummary;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A folder of 1 GB that compresses to 40 %, of which 1 % changes each day. */
class UsualBackupsTest {

    private static final OffsetDateTime START = OffsetDateTime.parse("2026-01-01T00:00:00Z");
    private static final long TOTAL = 1_000_000_000;
    private static final SnapshotSummary ENCRYPTED = summary(TOTAL, TOTAL);

    private final List<StoredSnapshot> snapshots = new ArrayList<>();

    private static SnapshotSummary summary(long added, long packed) {
        return new SnapshotSummary(
                START, START, 0, 0, 0, 0, 0, 0, 0, 0, added, packed, 100, TOTAL, new LinkedHashMap<>());
    }

    private void add(SnapshotSummary summary, String host, String path) {
        Snapshot snapshot = Snapshot.builder(START.plusDays(snapshots.size()), ObjectId.of(new byte[0]))
                .hostname(host)
                .paths(List.of(path))
                .summary(summary)
                .build();
        snapshots.add(new StoredSnapshot(new ObjectId(snapshots.size(), 0, 0, 0), snapshot));
    }

    private void backUpDaily(int days) {
        add(summary(TOTAL, TOTAL * 4 / 10), "host", "/data");
        for (int day = 1; day < days; day++) {
            add(summary(TOTAL / 100, TOTAL / 100 * 4 / 10), "host", "/data");
        }
    }

    private Optional<Anomaly> judge(SnapshotSummary backup) {
        return UsualBackups.of(snapshots, GroupKey.ofHostAndPaths("host", List.of("/data")))
                .judge(backup);
    }

    @Test
    void encrypted_files_are_remarkable() {
        backUpDaily(10);
        assertThat(judge(ENCRYPTED)).hasValueSatisfying(anomaly -> {
            assertThat(anomaly.newShare()).isEqualTo(1);
            assertThat(anomaly.usualNewShare()).isEqualTo(0.01);
            assertThat(anomaly.packedShare()).isEqualTo(1);
            assertThat(anomaly.usualPackedShare()).isEqualTo(0.4);
        });
    }

    @Test
    void a_day_like_all_others_is_not() {
        backUpDaily(10);
        assertThat(judge(summary(TOTAL / 50, TOTAL / 100))).isEmpty();
    }

    @Test
    void much_new_data_of_the_usual_kind_is_not() {
        backUpDaily(10);
        assertThat(judge(summary(TOTAL, TOTAL / 2))).isEmpty();
    }

    @Test
    void a_few_films_are_not() {
        backUpDaily(10);
        assertThat(judge(summary(TOTAL / 5, TOTAL / 5))).isEmpty();
    }

    @Test
    void nothing_is_remarkable_where_data_never_compresses() {
        for (int day = 0; day < 10; day++) {
            add(summary(TOTAL / 100, TOTAL / 100), "host", "/data");
        }
        assertThat(judge(ENCRYPTED)).isEmpty();
    }

    @Test
    void nothing_is_remarkable_where_everything_changes_each_day() {
        for (int day = 0; day < 10; day++) {
            add(summary(TOTAL, TOTAL / 2), "host", "/data");
        }
        assertThat(judge(ENCRYPTED)).isEmpty();
    }

    @Test
    void three_backups_are_too_few_to_know_what_is_usual() {
        backUpDaily(3);
        assertThat(judge(ENCRYPTED)).isEmpty();
        add(summary(TOTAL / 100, TOTAL / 250), "host", "/data");
        assertThat(judge(ENCRYPTED)).isPresent();
    }

    @Test
    void backups_of_other_folders_and_hosts_do_not_count() {
        for (int day = 0; day < 10; day++) {
            add(summary(TOTAL / 100, TOTAL / 250), "host", "/other");
            add(summary(TOTAL / 100, TOTAL / 250), "other", "/data");
        }
        assertThat(judge(ENCRYPTED)).isEmpty();
    }

    @Test
    void an_upheaval_is_forgotten_after_twenty_backups() {
        backUpDaily(5);
        add(ENCRYPTED, "host", "/data");
        for (int day = 0; day < 19; day++) {
            add(summary(TOTAL / 10, TOTAL / 100), "host", "/data");
        }
        assertThat(judge(ENCRYPTED)).isEmpty();
        add(summary(TOTAL / 10, TOTAL / 100), "host", "/data");
        assertThat(judge(ENCRYPTED)).isPresent();
    }
}
