package dev.coffer.engine.json;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * Times as Go's RFC3339Nano writes them: {@code 2006-01-02T15:04:05[.fraction]Z|±hh:mm}, the fraction without trailing zeros,
 * {@code Z} for offset zero. Seconds of an offset (of local mean times before standard time) are cut off, so such a time reads
 * back as a slightly different instant, as it does with restic.
 */
public final class GoTime {

    /** Go's zero time, which stands for "unknown". */
    public static final OffsetDateTime ZERO = OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    static final String ZERO_TEXT = format(ZERO);

    private static final int MAX_YEAR = 9999;
    private static final int NANO_DIGITS = 9;
    private static final int DATE_TIME_LENGTH = "2006-01-02T15:04:05".length();
    private static final int ZONE_LENGTH = "+07:00".length();

    private GoTime() {}

    /** Formats a time whose year is from 0 to 9999. */
    public static String format(OffsetDateTime time) {
        StringBuilder text = new StringBuilder(35);
        digits(text, time.getYear(), 4).append('-');
        digits(text, time.getMonthValue(), 2).append('-');
        digits(text, time.getDayOfMonth(), 2).append('T');
        digits(text, time.getHour(), 2).append(':');
        digits(text, time.getMinute(), 2).append(':');
        digits(text, time.getSecond(), 2);
        fraction(text, time.getNano());
        offset(text, time.getOffset().getTotalSeconds());
        return text.toString();
    }

    private static StringBuilder digits(StringBuilder text, int value, int count) {
        int unit = 1;
        for (int i = 1; i < count; i++) {
            unit *= 10;
        }
        for (; unit > 0; unit /= 10) {
            text.append((char) ('0' + value / unit % 10));
        }
        return text;
    }

    private static void fraction(StringBuilder text, int nanos) {
        if (nanos != 0) {
            digits(text.append('.'), nanos, NANO_DIGITS);
            while (text.charAt(text.length() - 1) == '0') {
                text.setLength(text.length() - 1);
            }
        }
    }

    private static void offset(StringBuilder text, int seconds) {
        if (seconds == 0) {
            text.append('Z');
            return;
        }
        int minutes = seconds / 60;
        text.append(minutes < 0 ? '-' : '+');
        digits(text, Math.abs(minutes) / 60, 2).append(':');
        digits(text, Math.abs(minutes) % 60, 2);
    }

    /**
     * Reads a time; a fraction may have any number of digits, of which nine count.
     *
     * @throws DateTimeException if this is not such a time
     */
    public static OffsetDateTime parse(String text) {
        int zone = text.endsWith("Z") ? text.length() - 1 : text.length() - ZONE_LENGTH;
        if (zone < DATE_TIME_LENGTH) {
            throw malformed(text, 0);
        }
        LocalDateTime local = LocalDateTime.of(
                number(text, 0, 4, '-'),
                number(text, 5, 2, '-'),
                number(text, 8, 2, 'T'),
                number(text, 11, 2, ':'),
                number(text, 14, 2, ':'),
                number(text, 17, 2),
                nanos(text, DATE_TIME_LENGTH, zone));
        return atOffset(local, zone == text.length() - 1 ? 0 : offsetSeconds(text, zone));
    }

    private static OffsetDateTime atOffset(LocalDateTime local, int seconds) {
        return Math.abs(seconds) <= ZoneOffset.MAX.getTotalSeconds()
                ? local.atOffset(ZoneOffset.ofTotalSeconds(seconds))
                : local.minusSeconds(seconds).atOffset(ZoneOffset.UTC);
    }

    private static int nanos(String text, int start, int end) {
        if (start == end) {
            return 0;
        }
        if (text.charAt(start) != '.' || start + 1 == end) {
            throw malformed(text, start);
        }
        int nanos = 0;
        for (int i = 1; i <= NANO_DIGITS; i++) {
            nanos = nanos * 10 + (start + i < end ? number(text, start + i, 1) : 0);
        }
        return nanos;
    }

    private static int offsetSeconds(String text, int start) {
        char sign = text.charAt(start);
        if (sign != '+' && sign != '-') {
            throw malformed(text, start);
        }
        int minutes = 60 * number(text, start + 1, 2, ':') + number(text, start + 4, 2);
        return (sign == '-' ? -60 : 60) * minutes;
    }

    private static int number(String text, int start, int count, char follower) {
        if (text.charAt(start + count) != follower) {
            throw malformed(text, start + count);
        }
        return number(text, start, count);
    }

    private static int number(String text, int start, int count) {
        int value = 0;
        for (int i = start; i < start + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw malformed(text, i);
            }
            value = 10 * value + digit;
        }
        return value;
    }

    private static DateTimeParseException malformed(String text, int at) {
        return new DateTimeParseException("not a time in RFC 3339 form", text, at);
    }

    /** The time with the nearest year that can be written (0 to 9999), as restic does it for the times of files. */
    public static OffsetDateTime clampYear(OffsetDateTime time) {
        int year = Math.clamp(time.getYear(), 0, MAX_YEAR);
        if (year == time.getYear()) {
            return time;
        }
        boolean leapDay = time.getMonth() == Month.FEBRUARY && time.getDayOfMonth() == 29;
        return leapDay && year == MAX_YEAR ? time.plusDays(1).withYear(year) : time.withYear(year);
    }
}
