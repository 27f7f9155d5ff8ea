package dev.coffer.operator.api.backup;

import static dev.coffer.operator.api.backup.PostBackupAction.APPLY_RETENTION_POLICY;
import static dev.coffer.operator.api.backup.PostBackupAction.SEND_REPOSITORY_METRICS;
import static dev.coffer.operator.api.condition.ConditionStatus.FALSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.condition.Condition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostBackupActionTest {

    @Test
    void what_no_target_wants_is_not_waited_for() {
        assertThat(PostBackupAction.outstanding(session(List.of()))).isEmpty();
    }

    @Test
    void what_is_wanted_is_waited_for_in_the_order_in_which_it_is_done() {
        assertThat(PostBackupAction.outstanding(
                        session(List.of("SendRepositoryMetrics", "ApplyRetentionPolicy", "Sing"))))
                .containsExactly(APPLY_RETENTION_POLICY, SEND_REPOSITORY_METRICS);
    }

    @Test
    void what_has_failed_has_ended() {
        Condition failed = APPLY_RETENTION_POLICY.condition().is(FALSE, "no", Instant.EPOCH);
        assertThat(PostBackupAction.outstanding(session(List.of("ApplyRetentionPolicy"), failed)))
                .isEmpty();
    }

    private static BackupSessionStatus session(List<String> actions, Condition... conditions) {
        BackupTargetStatus target =
                new BackupTargetStatus(null, 1, null, List.of(), actions, List.of(), List.of(), List.of());
        return new BackupSessionStatus(null, null, null, List.of(conditions), List.of(target), null, null);
    }
}
