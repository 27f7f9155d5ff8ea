package dev.coffer.engine.query;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/** Times as people give them to a search: a date, with or without a time of day, with or without a zone. */
public final class SearchTime {

    private static final List<DateTimeFormatter> FORMATS = List.of(
            format("yyyy-MM-dd[ HH:mm[:ss]][ XX][ z]"),
            format("dd.MM.yyyy[ HH:mm[:ss]][ XX][ z]"),
            format("EEE MMM d HH:mm:ss XX z yyyy"));

    private SearchTime() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    /**
     * The instant that a text stands for.
     *
     * @param zone for texts that name none
     * @throws BadRequest if it stands for none
     */
    public static Instant parse(String text, ZoneId zone) throws BadRequest {
        for (DateTimeFormatter format : FORMATS) {
            try {
                TemporalAccessor parsed =
                        format.parseBest(text, ZonedDateTime::from, LocalDateTime::from, date -> zonedDate(date, zone));
                return instant(parsed, zone);
            } catch (DateTimeException _) {
                // The next format may fit.
            }
        }
        throw new BadRequest("unable to parse time: \"" + text + "\"; give it like 2006-01-02 or 2006-01-02 15:04:05");
    }

    private static TemporalAccessor zonedDate(TemporalAccessor parsed, ZoneId zone) {
        return LocalDate.from(parsed).atStartOfDay(zone);
    }

    private static Instant instant(TemporalAccessor parsed, ZoneId zone) {
        return parsed instanceof LocalDateTime local ? local.atZone(zone).toInstant() : Instant.from(parsed);
    }
}
