package dev.coffer.operator.controller.restoresession;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.ConditionType;
import dev.coffer.operator.api.restore.HostRestorePhase;
import dev.coffer.operator.api.restore.HostRestoreStats;
import dev.coffer.operator.api.restore.RestorePhase;
import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.api.restore.RestoreSessionStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusesTest {

    @Test
    void a_restore_that_has_hosts_is_running() {
        RestoreSessionStatus status = Statuses.withHosts(Statuses.of(new RestoreSession()), 2);
        assertThat(status.phase()).isEqualTo(RestorePhase.RUNNING);
        assertThat(Statuses.isReported(status)).isFalse();
    }

    @Test
    void it_is_reported_when_all_hosts_have_ended() {
        assertThat(Statuses.isReported(with(HostRestorePhase.SUCCEEDED, HostRestorePhase.RUNNING)))
                .isFalse();
        assertThat(Statuses.isReported(with(HostRestorePhase.SUCCEEDED, HostRestorePhase.FAILED)))
                .isTrue();
    }

    @Test
    void it_has_succeeded_when_nothing_is_left_to_do() {
        RestoreSessionStatus status = with(HostRestorePhase.SUCCEEDED, HostRestorePhase.SUCCEEDED);
        assertThat(Statuses.withConditions(
                                status,
                                List.of(ConditionType.METRICS_PUSHED.is(ConditionStatus.TRUE, "done", Instant.EPOCH)))
                        .phase())
                .isEqualTo(RestorePhase.SUCCEEDED);
    }

    private static RestoreSessionStatus with(HostRestorePhase first, HostRestorePhase second) {
        return new RestoreSessionStatus(
                null,
                2,
                null,
                null,
                List.of(),
                List.of(
                        new HostRestoreStats("host-0", first, null, null, null),
                        new HostRestoreStats("host-1", second, null, null, null)),
                List.of());
    }
}
