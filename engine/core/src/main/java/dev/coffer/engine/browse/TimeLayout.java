package dev.coffer.engine.browse;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;

/**
 * How times look in names, told by an example as in Go's package {@code time}: what stands where the reference time, {@code Mon Jan
 * 2 15:04:05 2006} seven hours behind UTC, has its parts.
 */
public final class TimeLayout {

    private static final ZoneId UTC = ZoneId.of("UTC");

    /** Longer parts before those they begin with. */
    private static final List<Part> PARTS = List.of(
            new Part("January", "MMMM"),
            new Part("Jan", "MMM"),
            new Part("Monday", "EEEE"),
            new Part("Mon", "EEE"),
            new Part("MST", "zzz"),
            new Part("2006", "uuuu"),
            new Part("-07:00", "xxx"),
            new Part("-0700", "xx"),
            new Part("-07", "x"),
            new Part("Z07:00", "XXX"),
            new Part("Z0700", "XX"),
            new Part("Z07", "X"),
            new Part("002", "DDD"),
            new Part("01", "MM"),
            new Part("02", "dd"),
            new Part("03", "hh"),
            new Part("04", "mm"),
            new Part("05", "ss"),
            new Part("06", "uu"),
            new Part("15", "HH"),
            new Part("PM", "a"),
            new Part("_2", "ppd"),
            new Part("1", "M"),
            new Part("2", "d"),
            new Part("3", "h"),
            new Part("4", "m"),
            new Part("5", "s"));

    /** What restic uses unless told. */
    public static final String RFC3339 = "2006-01-02T15:04:05Z07:00";

    private final DateTimeFormatter formatter;

    /** @param example the reference time as times should look */
    public TimeLayout(String example) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        int at = 0;
        while (at < example.length()) {
            at += append(builder, example, at);
        }
        this.formatter = builder.toFormatter(Locale.ENGLISH);
    }

    /** One part of the reference time, and the pattern that it stands for. */
    private record Part(String example, String pattern) {}

    private static int append(DateTimeFormatterBuilder builder, String example, int at) {
        for (Part part : PARTS) {
            if (example.startsWith(part.example(), at)) {
                builder.appendPattern(part.pattern());
                return part.example().length();
            }
        }
        builder.appendLiteral(example.charAt(at));
        return 1;
    }

    /** A time as it looks at its own offset. */
    String format(OffsetDateTime time) {
        boolean utc = time.getOffset().getTotalSeconds() == 0;
        return formatter.format(utc ? time.atZoneSimilarLocal(UTC) : time.toZonedDateTime());
    }
}
