package dev.coffer.operator.controller.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** The times at which something starts. */
public sealed interface Schedule permits CronSchedule, IntervalSchedule {

    /** The next time after another one; empty if there is none, as for the 30th of February. */
    Optional<Instant> next(Instant after, ZoneId zone);

    /**
     * Reads a schedule as CronJobs have them: five fields, or one of {@code @hourly}, {@code @daily}, {@code @midnight},
     * {@code @weekly}, {@code @monthly}, {@code @yearly}, {@code @annually} and {@code @every} with a duration.
     */
    static Schedule parse(String text) throws InvalidScheduleException {
        String trimmed = text.trim();
        if (trimmed.startsWith(IntervalSchedule.PREFIX)) {
            return IntervalSchedule.parse(trimmed);
        }
        return CronSchedule.parse(Shorthand.EXPRESSIONS.getOrDefault(trimmed, trimmed));
    }

    /** Names of common schedules. */
    final class Shorthand {

        private static final Map<String, String> EXPRESSIONS = Map.of(
                "@hourly", "0 * * * *",
                "@daily", "0 0 * * *",
                "@midnight", "0 0 * * *",
                "@weekly", "0 0 * * 0",
                "@monthly", "0 0 1 * *",
                "@yearly", "0 0 1 1 *",
                "@annually", "0 0 1 1 *");

        private Shorthand() {}
    }
}
