package dev.coffer.engine.retention;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time such as {@code 1y5m7d2h}; none of its parts is negative. */
public record KeepSpan(int years, int months, int days, int hours) {

    /** No time. */
    public static final KeepSpan ZERO = new KeepSpan(0, 0, 0, 0);

    private static final Pattern PART = Pattern.compile("(\\d{1,9})([ymdh])");

    /** Parses numbers with the units y, m (months), d and h; of two with the same unit the last one counts. */
    public static KeepSpan parse(String text) throws BadRequest {
        Matcher part = PART.matcher(text.strip());
        KeepSpan span = ZERO;
        int at = 0;
        while (part.find() && part.start() == at) {
            span = span.with(part.group(2).charAt(0), Integer.parseInt(part.group(1)));
            at = part.end();
        }
        if (at != text.strip().length()) {
            throw new BadRequest("\"" + text + "\" is not a length of time such as 30d, 1y6m or 2d12h"
                    + " (y for years, m for months, d for days, h for hours)");
        }
        return span;
    }

    private KeepSpan with(char unit, int number) {
        return switch (unit) {
            case 'y' -> new KeepSpan(number, months, days, hours);
            case 'm' -> new KeepSpan(years, number, days, hours);
            case 'd' -> new KeepSpan(years, months, number, hours);
            default -> new KeepSpan(years, months, days, number);
        };
    }

    /** Whether it is no time at all. */
    public boolean isZero() {
        return equals(ZERO);
    }

    /**
     * The moment so long before another one, as Go's {@code AddDate} has it: one month before the 31st of March is what follows
     * the 28th of February after three days.
     *
     * @param zone whose clock is used if it showed the same offset at that time as is stored; otherwise that offset is
     */
    Instant before(OffsetDateTime time, ZoneId zone) {
        LocalDate day = LocalDate.of(time.getYear() - years, 1, 1)
                .plusMonths(time.getMonthValue() - 1L - months)
                .plusDays(time.getDayOfMonth() - 1L - days);
        LocalDateTime clock = LocalDateTime.of(day, time.toLocalTime());
        boolean local = zone.getRules().getOffset(time.toInstant()).equals(time.getOffset());
        ZoneOffset offset = local ? offsetOf(clock, zone) : time.getOffset();
        return clock.toInstant(offset).minus(Duration.ofHours(hours));
    }

    /** As Go chooses it, also for times that a change of the clock leaves out or repeats. */
    private static ZoneOffset offsetOf(LocalDateTime clock, ZoneId zone) {
        ZoneOffset first = zone.getRules().getOffset(clock.toInstant(ZoneOffset.UTC));
        return zone.getRules().getOffset(clock.toInstant(first));
    }

    @Override
    public String toString() {
        return part(years, 'y') + part(months, 'm') + part(days, 'd') + part(hours, 'h');
    }

    private static String part(int number, char unit) {
        return number == 0 ? "" : String.format(Locale.ROOT, "%d%c", number, unit);
    }
}
