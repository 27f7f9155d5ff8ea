package dev.coffer.operator.api.phase;

import static dev.coffer.operator.api.condition.ConditionType.DEADLINE_EXCEEDED;
import static dev.coffer.operator.api.condition.ConditionType.METRICS_PUSHED;
import static dev.coffer.operator.api.condition.ConditionType.VALIDATION_PASSED;
import static dev.coffer.operator.api.phase.Given.no;
import static dev.coffer.operator.api.phase.Given.yes;
import static dev.coffer.operator.api.restore.HostRestorePhase.FAILED;
import static dev.coffer.operator.api.restore.HostRestorePhase.RUNNING;
import static dev.coffer.operator.api.restore.HostRestorePhase.SUCCEEDED;
import static dev.coffer.operator.api.restore.HostRestorePhase.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionType;
import dev.coffer.operator.api.restore.HostRestorePhase;
import dev.coffer.operator.api.restore.HostRestoreStats;
import dev.coffer.operator.api.restore.RestoreBatchStatus;
import dev.coffer.operator.api.restore.RestoreMemberPhase;
import dev.coffer.operator.api.restore.RestoreMemberStatus;
import dev.coffer.operator.api.restore.RestorePhase;
import dev.coffer.operator.api.restore.RestoreSessionStatus;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RestorePhasesTest {

    private static final Condition REPORTED = yes(METRICS_PUSHED);

    @Nested
    class Sessions {

        @Test
        void a_new_restore_is_pending() {
            assertThat(phase(List.of(), null)).isEqualTo(RestorePhase.PENDING);
        }

        @ParameterizedTest
        @EnumSource(names = {"REPOSITORY_FOUND", "BACKEND_SECRET_FOUND", "RESTORE_TARGET_FOUND"})
        void a_restore_is_pending_while_something_is_missing(ConditionType type) {
            assertThat(phase(List.of(no(type)), 1)).isEqualTo(RestorePhase.PENDING);
        }

        @Test
        void a_restore_that_breaks_a_rule_is_invalid_and_does_not_wait_for_hosts() {
            assertThat(phase(List.of(no(VALIDATION_PASSED)), null)).isEqualTo(RestorePhase.INVALID);
        }

        @Test
        void a_restore_runs_until_every_host_has_ended() {
            assertThat(phase(List.of(), 2, SUCCEEDED)).isEqualTo(RestorePhase.RUNNING);
            assertThat(phase(List.of(REPORTED), 2, SUCCEEDED, RUNNING)).isEqualTo(RestorePhase.RUNNING);
        }

        @Test
        void a_restore_runs_until_it_is_reported() {
            assertThat(phase(List.of(), 1, SUCCEEDED)).isEqualTo(RestorePhase.RUNNING);
            assertThat(phase(List.of(), 1, FAILED)).isEqualTo(RestorePhase.RUNNING);
        }

        @Test
        void a_restore_succeeds_with_all_of_its_hosts() {
            assertThat(phase(List.of(REPORTED), 2, SUCCEEDED, SUCCEEDED)).isEqualTo(RestorePhase.SUCCEEDED);
        }

        @Test
        void metrics_that_nobody_takes_are_no_failed_restore() {
            assertThat(phase(List.of(no(METRICS_PUSHED)), 1, SUCCEEDED)).isEqualTo(RestorePhase.SUCCEEDED);
        }

        @Test
        void a_restore_fails_with_one_of_its_hosts() {
            assertThat(phase(List.of(REPORTED), 2, SUCCEEDED, FAILED)).isEqualTo(RestorePhase.FAILED);
        }

        @Test
        void what_nobody_can_tell_counts_before_a_failure() {
            assertThat(phase(List.of(REPORTED), 2, UNKNOWN, FAILED)).isEqualTo(RestorePhase.UNKNOWN);
        }

        @ParameterizedTest
        @EnumSource(names = {"RESTORE_EXECUTOR_ENSURED", "PRE_RESTORE_HOOK_SUCCEEDED", "POST_RESTORE_HOOK_SUCCEEDED"})
        void a_restore_fails_with_its_executor_and_its_hooks(ConditionType type) {
            assertThat(phase(List.of(REPORTED, no(type)), 1)).isEqualTo(RestorePhase.FAILED);
        }

        @Test
        void a_restore_that_takes_too_long_fails_whatever_its_hosts_do() {
            assertThat(phase(List.of(yes(DEADLINE_EXCEEDED)), 1, RUNNING)).isEqualTo(RestorePhase.RUNNING);
            assertThat(phase(List.of(yes(DEADLINE_EXCEEDED), REPORTED), 1, RUNNING))
                    .isEqualTo(RestorePhase.FAILED);
            assertThat(phase(List.of(yes(DEADLINE_EXCEEDED), REPORTED), null)).isEqualTo(RestorePhase.FAILED);
        }
    }

    @Nested
    class Batches {

        private final RestoreMemberStatus notStarted = member(null);
        private final RestoreMemberStatus atWork = member(1, RUNNING);
        private final RestoreMemberStatus done = member(1, SUCCEEDED);
        private final RestoreMemberStatus broken = member(1, FAILED);

        @Test
        void a_member_has_the_phase_of_its_hosts() {
            assertThat(RestorePhases.of(notStarted)).isEqualTo(RestoreMemberPhase.PENDING);
            assertThat(RestorePhases.of(atWork)).isEqualTo(RestoreMemberPhase.RUNNING);
            assertThat(RestorePhases.of(done)).isEqualTo(RestoreMemberPhase.SUCCEEDED);
            assertThat(RestorePhases.of(broken)).isEqualTo(RestoreMemberPhase.FAILED);
            assertThat(RestorePhases.of(member(1, UNKNOWN))).isEqualTo(RestoreMemberPhase.UNKNOWN);
        }

        @Test
        void a_batch_runs_as_soon_as_one_member_does() {
            assertThat(batch(List.of(), notStarted, notStarted)).isEqualTo(RestorePhase.PENDING);
            assertThat(batch(List.of(), notStarted, atWork)).isEqualTo(RestorePhase.RUNNING);
            assertThat(batch(List.of(REPORTED), done, atWork)).isEqualTo(RestorePhase.RUNNING);
        }

        @Test
        void a_batch_ends_as_its_members_do() {
            assertThat(batch(List.of(REPORTED), done, done)).isEqualTo(RestorePhase.SUCCEEDED);
            assertThat(batch(List.of(REPORTED), done, broken)).isEqualTo(RestorePhase.FAILED);
        }

        @Test
        void a_batch_fails_with_its_global_hooks() {
            assertThat(batch(List.of(REPORTED, no(ConditionType.GLOBAL_PRE_RESTORE_HOOK_SUCCEEDED)), notStarted))
                    .isEqualTo(RestorePhase.FAILED);
            assertThat(batch(List.of(REPORTED, no(ConditionType.GLOBAL_POST_RESTORE_HOOK_SUCCEEDED)), done))
                    .isEqualTo(RestorePhase.FAILED);
        }

        private static RestorePhase batch(List<Condition> conditions, RestoreMemberStatus... members) {
            return RestorePhases.of(new RestoreBatchStatus(null, null, null, conditions, List.of(members)));
        }
    }

    private static RestorePhase phase(
            List<Condition> conditions, @Nullable Integer hosts, HostRestorePhase... reported) {
        return RestorePhases.of(
                new RestoreSessionStatus(null, hosts, null, null, conditions, stats(reported), List.of()));
    }

    private static RestoreMemberStatus member(@Nullable Integer hosts, HostRestorePhase... reported) {
        return new RestoreMemberStatus(
                new TargetRef(null, null, null, null), null, hosts, List.of(), stats(reported), List.of());
    }

    private static List<HostRestoreStats> stats(HostRestorePhase... reported) {
        return Arrays.stream(reported)
                .map(phase -> new HostRestoreStats(null, phase, null, null, null))
                .toList();
    }
}
