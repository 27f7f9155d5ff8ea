package dev.coffer.operator.controller.schedule;

import dev.coffer.operator.api.validation.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules about schedules in specifications. */
public final class ScheduleRules {

    private ScheduleRules() {}

    /** Checks a schedule; one that is absent is fine, as backups can be started by hand. */
    public static List<Problem> check(@Nullable String schedule) {
        if (schedule == null || schedule.isEmpty()) {
            return List.of();
        }
        try {
            Schedule.parse(schedule);
            return List.of();
        } catch (InvalidScheduleException e) {
            return List.of(new Problem(Problem.Severity.ERROR, "spec.schedule", String.valueOf(e.getMessage())));
        }
    }
}
