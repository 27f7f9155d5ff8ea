package dev.coffer.operator.api.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionsTest {

    private static final Instant EARLY = Instant.parse("2026-03-05T03:00:00Z");
    private static final Instant LATE = Instant.parse("2026-03-05T04:00:00Z");

    private static final Condition FOUND =
            ConditionType.REPOSITORY_FOUND.is(ConditionStatus.TRUE, "It is there.", EARLY);

    @Test
    void a_new_condition_comes_last() {
        Condition valid = ConditionType.VALIDATION_PASSED.is(ConditionStatus.TRUE, "All is well.", LATE);
        assertThat(Conditions.with(List.of(FOUND), valid)).containsExactly(FOUND, valid);
    }

    @Test
    void a_condition_takes_the_place_of_the_one_of_its_type() {
        Condition valid = ConditionType.VALIDATION_PASSED.is(ConditionStatus.TRUE, "All is well.", EARLY);
        Condition lost = ConditionType.REPOSITORY_FOUND.is(ConditionStatus.FALSE, "It is gone.", LATE);
        assertThat(Conditions.with(List.of(FOUND, valid), lost)).containsExactly(lost, valid);
    }

    @Test
    void a_status_that_stays_keeps_its_time_but_not_its_message() {
        Condition again = ConditionType.REPOSITORY_FOUND.is(ConditionStatus.TRUE, "It is still there.", LATE);
        assertThat(Conditions.with(List.of(FOUND), again)).singleElement().satisfies(condition -> {
            assertThat(condition.lastTransitionTime()).isEqualTo(EARLY);
            assertThat(condition.message()).isEqualTo("It is still there.");
        });
    }

    @Test
    void an_absent_condition_is_neither_true_nor_false() {
        assertThat(Conditions.isTrue(List.of(FOUND), ConditionType.VALIDATION_PASSED))
                .isFalse();
        assertThat(Conditions.isFalse(List.of(FOUND), ConditionType.VALIDATION_PASSED))
                .isFalse();
    }

    @Test
    void any_false_condition_is_found_among_several_types() {
        Condition lost = ConditionType.REPOSITORY_FOUND.is(ConditionStatus.FALSE, "It is gone.", LATE);
        assertThat(Conditions.anyFalse(List.of(lost), ConditionType.VALIDATION_PASSED, ConditionType.REPOSITORY_FOUND))
                .isTrue();
        assertThat(Conditions.anyFalse(List.of(lost), ConditionType.VALIDATION_PASSED))
                .isFalse();
    }

    @Test
    void the_reason_follows_from_the_status() {
        assertThat(Arrays.stream(ConditionStatus.values())
                        .map(status -> ConditionType.REPOSITORY_FOUND
                                .is(status, "", EARLY)
                                .reason()))
                .containsExactly(
                        "RepositoryAvailable", "RepositoryNotAvailable", "UnableToCheckRepositoryAvailability");
    }

    @Test
    void times_have_no_fractions_of_seconds() {
        assertThat(ConditionType.REPOSITORY_FOUND
                        .is(ConditionStatus.TRUE, "", EARLY.plusMillis(999))
                        .lastTransitionTime())
                .isEqualTo(EARLY);
    }

    @ParameterizedTest
    @EnumSource
    void no_two_types_have_the_same_name(ConditionType type) {
        assertThat(ConditionType.values())
                .filteredOn(other -> other.type().equals(type.type()))
                .containsExactly(type);
    }

    @Test
    void what_is_not_looked_at_any_more_goes() {
        Condition valid = ConditionType.VALIDATION_PASSED.is(ConditionStatus.TRUE, "All is well.", EARLY);
        assertThat(Conditions.without(List.of(FOUND, valid), ConditionType.REPOSITORY_FOUND))
                .containsExactly(valid);
    }
}
