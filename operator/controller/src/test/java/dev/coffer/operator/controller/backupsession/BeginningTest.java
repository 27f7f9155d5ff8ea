package dev.coffer.operator.controller.backupsession;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.BackupSessionPhase;
import dev.coffer.operator.api.backup.BackupTargetStatus;
import dev.coffer.operator.api.backup.InvokerPhase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeginningTest {

    @Test
    void a_session_of_a_ready_invoker_begins() {
        BackupSession session = Given.session("a", "2026-03-01T06:00:00Z");
        assertThat(Beginning.skip(session, Given.invoker(InvokerPhase.READY), List.of(session)))
                .isEmpty();
    }

    @Test
    void a_session_of_an_invoker_that_is_not_ready_is_skipped() {
        BackupSession session = Given.session("a", "2026-03-01T06:00:00Z");
        assertThat(Beginning.skip(session, Given.invoker(InvokerPhase.INVALID), List.of(session)))
                .isPresent();
    }

    @Test
    void of_two_sessions_the_older_one_begins() {
        BackupSession older = Given.session("b", "2026-03-01T06:00:00Z");
        BackupSession newer = Given.session("a", "2026-03-01T06:00:01Z");
        List<BackupSession> all = List.of(older, newer);
        assertThat(Beginning.skip(older, Given.invoker(InvokerPhase.READY), all))
                .isEmpty();
        assertThat(Beginning.skip(newer, Given.invoker(InvokerPhase.READY), all))
                .hasValueSatisfying(reason -> assertThat(reason).contains("b"));
    }

    @Test
    void a_session_that_has_ended_is_in_nobodys_way() {
        BackupSession older = Given.session("b", "2026-03-01T06:00:00Z");
        older.setStatus(Given.status(BackupSessionPhase.FAILED));
        BackupSession newer = Given.session("a", "2026-03-01T06:00:01Z");
        assertThat(Beginning.skip(newer, Given.invoker(InvokerPhase.READY), List.of(older, newer)))
                .isEmpty();
    }

    @Test
    void it_begins_with_its_targets_their_actions_and_a_deadline() {
        BackupSession session = Given.session("a", "2026-03-01T06:00:00Z");
        assertThat(Beginning.status(session, Statuses.of(session), Given.invoker(InvokerPhase.READY)))
                .satisfies(status -> {
                    assertThat(status.phase()).isEqualTo(BackupSessionPhase.PENDING);
                    assertThat(status.sessionDeadline()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
                    assertThat(status.targets())
                            .singleElement()
                            .returns(List.of("InitializeBackendRepository"), BackupTargetStatus::preBackupActions)
                            .satisfies(target ->
                                    assertThat(target.postBackupActions()).hasSize(3))
                            .satisfies(target -> assertThat(target.ref()).isNotNull());
                });
    }
}
