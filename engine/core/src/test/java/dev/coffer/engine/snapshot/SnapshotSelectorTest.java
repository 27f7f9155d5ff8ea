package dev.coffer.engine.snapshot;

import static dev.coffer.engine.snapshot.Snapshots.onDay;
import static dev.coffer.engine.snapshot.Snapshots.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotSelectorTest {

    private static final StoredSnapshot FIRST = stored("ab1", onDay(1));
    private static final StoredSnapshot SECOND = stored("ab2", onDay(2));
    private static final StoredSnapshot ELSEWHERE = stored("cd", onDay(3).hostname("other"));
    private static final List<StoredSnapshot> ALL = List.of(ELSEWHERE, SECOND, FIRST);

    private final SnapshotSelector selector = new SnapshotSelector(ALL, SnapshotFilter.ALL);
    private final SnapshotSelector onHost =
            new SnapshotSelector(ALL, new SnapshotFilter(Set.of("h"), List.of(), List.of()));

    @Test
    void a_snapshot_is_found_by_the_beginning_of_its_id() throws Exception {
        assertThat(selector.named("ab2")).isEqualTo(SECOND);
        assertThat(selector.named("c")).isEqualTo(ELSEWHERE);
        assertThat(selector.named(FIRST.id().toString())).isEqualTo(FIRST);
    }

    @Test
    void an_ambiguous_beginning_is_refused() {
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> selector.named("ab"))
                .withMessageContaining("2 snapshots")
                .withMessageContaining("more digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ff", "xyz", "Latest"})
    void a_name_that_fits_none_is_refused(String name) {
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> selector.named(name))
                .withMessageContaining("no snapshot");
    }

    @Test
    void latest_is_the_newest_that_passes_the_filter() throws Exception {
        assertThat(selector.named("latest")).isEqualTo(ELSEWHERE);
        assertThat(onHost.named("latest")).isEqualTo(SECOND);
        assertThat(onHost.latest(Instant.parse("2024-01-01T12:00:00Z"))).contains(FIRST);
        assertThat(onHost.latest(Instant.parse("2024-01-01T11:59:59Z"))).isEmpty();
    }

    @Test
    void without_a_fitting_snapshot_there_is_no_latest() {
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> new SnapshotSelector(List.of(), SnapshotFilter.ALL).named("latest"))
                .withMessageContaining("holds none");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> new SnapshotSelector(ALL, new SnapshotFilter(Set.of("nobody"), List.of(), List.of()))
                        .named("latest"))
                .withMessageContaining("none fits");
    }

    @Test
    void the_filter_applies_to_lists_but_not_to_ids() throws Exception {
        assertThat(onHost.all()).containsExactly(FIRST, SECOND);
        assertThat(onHost.named(List.of())).containsExactly(FIRST, SECOND);
        assertThat(onHost.named(List.of("cd", "ab1", "cd0"))).containsExactly(ELSEWHERE, FIRST);
    }

    @ParameterizedTest
    @CsvSource({
        "latest, latest, ''",
        "latest:/srv/data/, latest, srv/data",
        "ab1:a//./b/../c, ab1, a/c",
        "ab1:../../x, ab1, x",
        "ab1:/, ab1, ''",
        "ab1:c:\\d, ab1, c:\\d"
    })
    void a_reference_may_name_a_folder(String text, String name, String subfolder) {
        assertThat(SnapshotReference.parse(text)).isEqualTo(new SnapshotReference(name, subfolder));
    }
}
