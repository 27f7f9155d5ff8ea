package dev.coffer.engine.retention;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** Stretches of time, of each of which one snapshot may be kept. */
public enum Interval {
    /** Not time at all: each snapshot for itself. */
    LAST,
    HOURLY,
    DAILY,
    /** Weeks of ISO 8601, which begin on Mondays and belong to the year their Thursday is in. */
    WEEKLY,
    MONTHLY,
    YEARLY;

    /** The word in options and in reasons. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What all snapshots of the same interval have in common.
     *
     * @param time the hour, the day and so on are those of its own UTC offset
     * @param number of the snapshot among others
     */
    Object keyOf(OffsetDateTime time, int number) {
        return switch (this) {
            case LAST -> number;
            case HOURLY -> time.toLocalDateTime().truncatedTo(ChronoUnit.HOURS);
            case DAILY -> time.toLocalDate();
            case WEEKLY -> 100 * time.get(IsoFields.WEEK_BASED_YEAR) + time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case MONTHLY -> time.toLocalDate().withDayOfMonth(1);
            case YEARLY -> time.getYear();
        };
    }
}
