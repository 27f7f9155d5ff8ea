package dev.coffer.operator.api.backup;

import static dev.coffer.operator.api.backup.BackupSessionPhase.FAILED;
import static dev.coffer.operator.api.backup.BackupSessionPhase.RUNNING;
import static dev.coffer.operator.api.backup.BackupSessionPhase.SKIPPED;
import static dev.coffer.operator.api.backup.BackupSessionPhase.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionHistoryTest {

    @Test
    void the_newest_sessions_are_kept() {
        assertThat(removed(2, SUCCEEDED, FAILED, SUCCEEDED, SKIPPED)).containsExactlyInAnyOrder("s-0", "s-1");
    }

    @Test
    void sessions_that_have_not_ended_neither_count_nor_go() {
        assertThat(removed(1, RUNNING, null, SUCCEEDED, SUCCEEDED, RUNNING)).containsExactly("s-2");
    }

    @Test
    void skipped_sessions_do_not_drive_out_the_last_result() {
        assertThat(removed(1, SUCCEEDED, FAILED, SKIPPED, SKIPPED)).containsExactlyInAnyOrder("s-0", "s-2");
    }

    @Test
    void a_limit_of_zero_keeps_nothing() {
        assertThat(removed(0, SUCCEEDED, SKIPPED)).containsExactlyInAnyOrder("s-0", "s-1");
    }

    @Test
    void fewer_sessions_than_the_limit_all_stay() {
        assertThat(removed(5, SUCCEEDED, FAILED)).isEmpty();
    }

    /** Names of what is removed of sessions with those phases, the oldest first; two each are of the same second. */
    private static List<String> removed(int limit, @Nullable BackupSessionPhase... phases) {
        List<BackupSession> sessions = new ArrayList<>();
        for (int i = 0; i < phases.length; i++) {
            BackupSession session = new BackupSession();
            session.getMetadata().setName("s-" + i);
            session.getMetadata().setCreationTimestamp("2026-03-05T03:00:0" + i / 2 + "Z");
            session.setStatus(new BackupSessionStatus(phases[i], null, null, List.of(), List.of(), null, null));
            sessions.add(session);
        }
        return SessionHistory.toRemove(sessions, limit).stream()
                .map(session -> session.getMetadata().getName())
                .toList();
    }
}
