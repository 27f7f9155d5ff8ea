package dev.coffer.operator.api.phase;

import static dev.coffer.operator.api.backup.HostBackupPhase.FAILED;
import static dev.coffer.operator.api.backup.HostBackupPhase.SUCCEEDED;
import static dev.coffer.operator.api.phase.Given.no;
import static dev.coffer.operator.api.phase.Given.yes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.backup.BackupSessionPhase;
import dev.coffer.operator.api.backup.BackupSessionStatus;
import dev.coffer.operator.api.backup.BackupTargetPhase;
import dev.coffer.operator.api.backup.BackupTargetStatus;
import dev.coffer.operator.api.backup.HostBackupPhase;
import dev.coffer.operator.api.backup.HostBackupStats;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackupPhasesTest {

    private static final BackupTargetStatus NOT_STARTED = target(null, List.of());
    private static final BackupTargetStatus AT_WORK = target(2, List.of(), SUCCEEDED);
    private static final BackupTargetStatus DONE = target(1, List.of(), SUCCEEDED);
    private static final BackupTargetStatus BROKEN = target(1, List.of(), FAILED);

    @Nested
    class Targets {

        @Test
        void a_target_whose_hosts_are_not_counted_yet_is_pending() {
            assertThat(BackupPhases.of(NOT_STARTED)).isEqualTo(BackupTargetPhase.PENDING);
        }

        @Test
        void a_target_runs_until_every_host_has_reported() {
            assertThat(BackupPhases.of(target(1, List.of()))).isEqualTo(BackupTargetPhase.RUNNING);
            assertThat(BackupPhases.of(AT_WORK)).isEqualTo(BackupTargetPhase.RUNNING);
        }

        @Test
        void a_target_succeeds_with_all_of_its_hosts() {
            assertThat(BackupPhases.of(target(2, List.of(), SUCCEEDED, SUCCEEDED)))
                    .isEqualTo(BackupTargetPhase.SUCCEEDED);
        }

        @Test
        void a_target_fails_with_one_of_its_hosts() {
            assertThat(BackupPhases.of(target(2, List.of(), FAILED, SUCCEEDED))).isEqualTo(BackupTargetPhase.FAILED);
        }

        @Test
        void a_target_waits_for_its_other_hosts_when_one_has_failed() {
            assertThat(BackupPhases.of(target(2, List.of(), FAILED))).isEqualTo(BackupTargetPhase.RUNNING);
        }

        @Test
        void a_target_without_hosts_has_nothing_to_do() {
            assertThat(BackupPhases.of(target(0, List.of()))).isEqualTo(BackupTargetPhase.SUCCEEDED);
        }

        @ParameterizedTest
        @EnumSource(names = {"BACKUP_EXECUTOR_ENSURED", "PRE_BACKUP_HOOK_SUCCEEDED", "POST_BACKUP_HOOK_SUCCEEDED"})
        void a_target_fails_with_its_executor_and_its_hooks(ConditionType type) {
            assertThat(BackupPhases.of(target(1, List.of(no(type)), SUCCEEDED))).isEqualTo(BackupTargetPhase.FAILED);
        }

        @Test
        void a_target_fails_when_its_pod_is_gone() {
            assertThat(BackupPhases.of(target(1, List.of(yes(ConditionType.BACKUP_DISRUPTED)))))
                    .isEqualTo(BackupTargetPhase.FAILED);
        }
    }

    @Nested
    class Sessions {

        private final Condition reported = yes(ConditionType.METRICS_PUSHED);

        @Test
        void a_new_session_is_pending() {
            assertThat(phase(List.of())).isEqualTo(BackupSessionPhase.PENDING);
        }

        @Test
        void a_session_is_pending_while_no_target_has_started() {
            assertThat(phase(List.of(), NOT_STARTED, NOT_STARTED)).isEqualTo(BackupSessionPhase.PENDING);
        }

        @Test
        void a_session_runs_while_a_target_has_not_ended() {
            assertThat(phase(List.of(), DONE, NOT_STARTED)).isEqualTo(BackupSessionPhase.RUNNING);
            assertThat(phase(List.of(reported), DONE, AT_WORK)).isEqualTo(BackupSessionPhase.RUNNING);
        }

        @Test
        void a_session_runs_until_it_is_reported() {
            assertThat(phase(List.of(), DONE)).isEqualTo(BackupSessionPhase.RUNNING);
        }

        @Test
        void a_session_succeeds_with_all_of_its_targets() {
            assertThat(phase(List.of(reported), DONE, DONE)).isEqualTo(BackupSessionPhase.SUCCEEDED);
        }

        @Test
        void a_session_fails_with_one_of_its_targets() {
            assertThat(phase(List.of(reported), DONE, BROKEN)).isEqualTo(BackupSessionPhase.FAILED);
        }

        @ParameterizedTest
        @EnumSource(
                names = {
                    "GLOBAL_PRE_BACKUP_HOOK_SUCCEEDED",
                    "GLOBAL_POST_BACKUP_HOOK_SUCCEEDED",
                    "BACKUP_HISTORY_CLEANED",
                    "RETENTION_POLICY_APPLIED",
                    "REPOSITORY_INTEGRITY_VERIFIED"
                })
        void a_session_fails_with_what_is_done_around_its_targets(ConditionType type) {
            assertThat(phase(List.of(reported, no(type)), DONE)).isEqualTo(BackupSessionPhase.FAILED);
        }

        @ParameterizedTest
        @EnumSource(names = {"METRICS_PUSHED", "REPOSITORY_METRICS_PUSHED"})
        void metrics_that_nobody_takes_are_no_failed_backup(ConditionType type) {
            List<Condition> conditions =
                    type == ConditionType.METRICS_PUSHED ? List.of(no(type)) : List.of(reported, no(type));
            assertThat(phase(conditions, DONE)).isEqualTo(BackupSessionPhase.SUCCEEDED);
        }

        @Test
        void a_session_that_takes_too_long_fails_whatever_its_targets_do() {
            Condition late = yes(ConditionType.DEADLINE_EXCEEDED);
            assertThat(phase(List.of(reported, late), AT_WORK)).isEqualTo(BackupSessionPhase.FAILED);
            assertThat(phase(List.of(reported, late), NOT_STARTED)).isEqualTo(BackupSessionPhase.FAILED);
            assertThat(phase(List.of(reported, late))).isEqualTo(BackupSessionPhase.FAILED);
        }

        @Test
        void a_session_whose_global_hook_fails_has_no_targets_to_wait_for() {
            Condition hook = no(ConditionType.GLOBAL_PRE_BACKUP_HOOK_SUCCEEDED);
            assertThat(phase(List.of(reported, hook), NOT_STARTED)).isEqualTo(BackupSessionPhase.FAILED);
        }

        @Test
        void a_session_that_is_skipped_says_so() {
            assertThat(phase(List.of(yes(ConditionType.BACKUP_SKIPPED)))).isEqualTo(BackupSessionPhase.SKIPPED);
            assertThat(phase(List.of(reported, yes(ConditionType.BACKUP_SKIPPED))))
                    .isEqualTo(BackupSessionPhase.SKIPPED);
        }

        @Test
        void a_session_is_complete_before_it_is_reported() {
            assertThat(BackupPhases.isComplete(session(List.of(), DONE, BROKEN)))
                    .isTrue();
            assertThat(BackupPhases.isComplete(session(List.of(), DONE, AT_WORK)))
                    .isFalse();
            assertThat(BackupPhases.isComplete(session(List.of()))).isFalse();
        }
    }

    private static BackupSessionPhase phase(List<Condition> conditions, BackupTargetStatus... targets) {
        return BackupPhases.of(session(conditions, targets));
    }

    private static BackupSessionStatus session(List<Condition> conditions, BackupTargetStatus... targets) {
        return new BackupSessionStatus(null, null, null, conditions, List.of(targets), null, null);
    }

    private static BackupTargetStatus target(
            @Nullable Integer hosts, List<Condition> conditions, HostBackupPhase... reported) {
        List<HostBackupStats> stats = Arrays.stream(reported)
                .map(phase -> new HostBackupStats(null, phase, List.of(), null, null, null))
                .toList();
        return new BackupTargetStatus(null, hosts, null, List.of(), List.of(), conditions, stats, List.of());
    }
}
