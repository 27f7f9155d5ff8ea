package dev.coffer.operator.api.phase;

import static dev.coffer.operator.api.condition.ConditionType.BACKEND_SECRET_FOUND;
import static dev.coffer.operator.api.condition.ConditionType.CRON_JOB_CREATED;
import static dev.coffer.operator.api.condition.ConditionType.REPOSITORY_FOUND;
import static dev.coffer.operator.api.condition.ConditionType.VALIDATION_PASSED;
import static dev.coffer.operator.api.phase.Given.no;
import static dev.coffer.operator.api.phase.Given.unknown;
import static dev.coffer.operator.api.phase.Given.yes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.Driver;
import dev.coffer.operator.api.backup.InvokerPhase;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.Conditions;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvokerPhasesTest {

    private static final List<Condition> ALL_WELL =
            List.of(yes(REPOSITORY_FOUND), yes(BACKEND_SECRET_FOUND), yes(VALIDATION_PASSED), yes(CRON_JOB_CREATED));

    @Test
    void what_has_all_it_needs_is_ready() {
        assertThat(InvokerPhases.of(Driver.RESTIC, ALL_WELL)).isEqualTo(InvokerPhase.READY);
    }

    @Test
    void what_nothing_is_known_of_is_not_ready() {
        assertThat(InvokerPhases.of(Driver.RESTIC, List.of())).isEqualTo(InvokerPhase.NOT_READY);
    }

    @Test
    void without_a_repository_it_is_not_ready() {
        assertThat(phaseWith(no(REPOSITORY_FOUND))).isEqualTo(InvokerPhase.NOT_READY);
    }

    @Test
    void without_a_secret_it_is_not_ready() {
        assertThat(phaseWith(unknown(BACKEND_SECRET_FOUND))).isEqualTo(InvokerPhase.NOT_READY);
    }

    @Test
    void what_breaks_a_rule_is_invalid() {
        assertThat(phaseWith(no(VALIDATION_PASSED))).isEqualTo(InvokerPhase.INVALID);
    }

    @Test
    void a_missing_repository_counts_before_a_broken_rule() {
        assertThat(InvokerPhases.of(Driver.RESTIC, List.of(no(REPOSITORY_FOUND), no(VALIDATION_PASSED))))
                .isEqualTo(InvokerPhase.NOT_READY);
    }

    @Test
    void without_a_schedule_it_is_not_ready() {
        assertThat(phaseWith(no(CRON_JOB_CREATED))).isEqualTo(InvokerPhase.NOT_READY);
    }

    @Test
    void volume_snapshots_need_no_repository() {
        List<Condition> conditions = List.of(yes(VALIDATION_PASSED), yes(CRON_JOB_CREATED));
        assertThat(InvokerPhases.of(Driver.VOLUME_SNAPSHOTTER, conditions)).isEqualTo(InvokerPhase.READY);
        assertThat(InvokerPhases.of(Driver.RESTIC, conditions)).isEqualTo(InvokerPhase.NOT_READY);
    }

    private static InvokerPhase phaseWith(Condition condition) {
        return InvokerPhases.of(Driver.RESTIC, Conditions.with(ALL_WELL, condition));
    }
}
