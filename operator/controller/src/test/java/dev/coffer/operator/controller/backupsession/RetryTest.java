package dev.coffer.operator.controller.backupsession;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.RetryConfig;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.BackupSessionPhase;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.ConditionType;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryTest {

    private static final Instant END = Instant.parse("2026-03-01T07:00:00Z");
    private static final RetryConfig TEN_MINUTES = new RetryConfig(2, "10m");

    @Test
    void a_failed_session_is_tried_again_after_the_delay() {
        assertThat(Retry.time(ended(BackupSessionPhase.FAILED, 2), TEN_MINUTES)).contains(END.plusSeconds(600));
    }

    @Test
    void without_a_delay_it_is_tried_again_at_once() {
        assertThat(Retry.time(ended(BackupSessionPhase.FAILED, 2), null)).contains(END);
    }

    @Test
    void one_that_has_succeeded_is_not() {
        assertThat(Retry.time(ended(BackupSessionPhase.SUCCEEDED, 2), TEN_MINUTES))
                .isEmpty();
    }

    @Test
    void nor_is_one_that_has_no_try_left() {
        assertThat(Retry.time(ended(BackupSessionPhase.FAILED, 0), TEN_MINUTES)).isEmpty();
    }

    @Test
    void nor_is_one_that_has_been_already() {
        BackupSession session = ended(BackupSessionPhase.FAILED, 2);
        session.setStatus(Statuses.withRetry(session.getStatus(), true, END));
        assertThat(Retry.time(session, TEN_MINUTES)).isEmpty();
    }

    @Test
    void a_time_that_was_announced_stays() {
        BackupSession session = ended(BackupSessionPhase.FAILED, 2);
        session.setStatus(Statuses.withRetry(session.getStatus(), false, END.plusSeconds(5)));
        assertThat(Retry.time(session, TEN_MINUTES)).contains(END.plusSeconds(5));
    }

    private static BackupSession ended(BackupSessionPhase phase, int retryLeft) {
        BackupSession session = Given.session("a", "2026-03-01T06:00:00Z", retryLeft);
        session.setStatus(Statuses.withCondition(
                Given.status(phase), ConditionType.METRICS_PUSHED.is(ConditionStatus.TRUE, "done", END)));
        return session;
    }
}
