package dev.coffer.operator.controller.schedule;

import dev.coffer.operator.api.time.GoDuration;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Times at a fixed distance, counted from 1970 so that they do not depend on when the operator was started. */
record IntervalSchedule(Duration interval) implements Schedule {

    static final String PREFIX = "@every ";

    static IntervalSchedule parse(String text) throws InvalidScheduleException {
        String duration = text.substring(PREFIX.length()).trim();
        return GoDuration.parse(duration)
                .filter(interval -> interval.compareTo(Duration.ofSeconds(1)) >= 0)
                .map(interval -> new IntervalSchedule(Duration.ofSeconds(interval.toSeconds())))
                .orElseThrow(() -> new InvalidScheduleException(
                        "\"" + duration + "\" is no duration of a second or more; write for example @every 6h"));
    }

    @Override
    public Optional<Instant> next(Instant after, ZoneId zone) {
        long seconds = interval.toSeconds();
        long intervals = Math.floorDiv(after.getEpochSecond(), seconds) + 1;
        return Optional.of(Instant.ofEpochSecond(intervals * seconds));
    }
}
