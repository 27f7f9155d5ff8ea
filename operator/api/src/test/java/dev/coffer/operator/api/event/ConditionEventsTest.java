package dev.coffer.operator.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.ConditionType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionEventsTest {

    @Test
    void what_is_missing_is_a_warning_with_the_reason_of_the_condition() {
        assertThat(of(ConditionType.REPOSITORY_FOUND, ConditionStatus.FALSE))
                .containsExactly(Event.warning("RepositoryNotAvailable", "why"));
    }

    @Test
    void reasons_of_stashs_events_are_kept() {
        assertThat(of(ConditionType.SIDECAR_INJECTED, ConditionStatus.FALSE))
                .containsExactly(Event.warning("Sidecar Injection Failed", "why"));
    }

    @Test
    void a_pod_that_cannot_start_is_a_warning() {
        assertThat(of(ConditionType.BACKUP_EXECUTOR_ENSURED, ConditionStatus.UNKNOWN))
                .extracting(Event::type)
                .containsExactly("Warning");
    }

    @Test
    void a_skipped_backup_is_a_warning_though_its_condition_holds() {
        assertThat(of(ConditionType.BACKUP_SKIPPED, ConditionStatus.TRUE))
                .containsExactly(Event.warning("SkippedTakingNewBackup", "why"));
    }

    @Test
    void the_beginning_of_work_is_told_and_other_good_news_is_not() {
        assertThat(of(ConditionType.BACKUP_EXECUTOR_ENSURED, ConditionStatus.TRUE))
                .containsExactly(Event.normal("SuccessfullyEnsuredBackupExecutor", "why"));
        assertThat(of(ConditionType.VALIDATION_PASSED, ConditionStatus.TRUE)).isEmpty();
    }

    @Test
    void unreadable_files_are_told_by_those_who_read() {
        assertThat(of(ConditionType.ALL_FILES_READ, ConditionStatus.FALSE)).isEmpty();
    }

    private static List<Event> of(ConditionType type, ConditionStatus status) {
        return ConditionEvents.of(List.of(type.is(status, "why", Instant.EPOCH)));
    }
}
