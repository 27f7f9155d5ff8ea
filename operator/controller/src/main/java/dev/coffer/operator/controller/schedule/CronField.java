package dev.coffer.operator.controller.schedule;

import java.util.List;
import java.util.Locale;

/**
 * One field of a cron expression: the values at which it matches, of which the largest is 59.
 *
 * @param values a bit for each value
 * @param any whether the field is {@code *}, {@code ?} or {@code *}{@code /step}, which matters for days
 */
record CronField(long values, boolean any) {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    /** What a field may hold. */
    enum Unit {
        MINUTE("minute", 0, 59),
        HOUR("hour", 0, 23),
        DAY_OF_MONTH("day of the month", 1, 31),
        MONTH("month", 1, 12),
        /** Sunday is both 0 and 7. */
        DAY_OF_WEEK("day of the week", 0, 7);

        private final String title;
        private final int least;
        private final int most;

        Unit(String title, int least, int most) {
            this.title = title;
            this.least = least;
            this.most = most;
        }

        private List<String> names() {
            return switch (this) {
                case MONTH -> MONTHS;
                case DAY_OF_WEEK -> DAYS;
                case MINUTE, HOUR, DAY_OF_MONTH -> List.of();
            };
        }
    }

    static CronField parse(String text, Unit unit) throws InvalidScheduleException {
        long values = 0;
        for (String part : text.split(",", -1)) {
            values |= parsePart(part, unit);
        }
        boolean any = text.startsWith("*") || text.startsWith("?");
        return new CronField(values, any);
    }

    boolean matches(int value) {
        return (values & (1L << value)) != 0;
    }

    private static long parsePart(String part, Unit unit) throws InvalidScheduleException {
        String[] pieces = part.split("/", -1);
        if (pieces.length > 2) {
            throw invalid(part, unit);
        }
        int step = pieces.length == 2 ? number(pieces[1], unit, part) : 1;
        String[] range = pieces[0].split("-", -1);
        if (step < 1 || range.length > 2) {
            throw invalid(part, unit);
        }
        boolean all = pieces[0].equals("*") || pieces[0].equals("?");
        int first = all ? unit.least : value(range[0], unit, part);
        boolean open = all || (range.length == 1 && pieces.length == 2);
        int last = open ? largest(unit) : range.length == 2 ? value(range[1], unit, part) : first;
        if (first > last) {
            throw invalid(part, unit);
        }
        return bits(first, last, step, unit);
    }

    private static int largest(Unit unit) {
        return unit == Unit.DAY_OF_WEEK ? 6 : unit.most;
    }

    private static long bits(int first, int last, int step, Unit unit) {
        long values = 0;
        for (int value = first; value <= last; value += step) {
            values |= 1L << (unit == Unit.DAY_OF_WEEK ? value % 7 : value);
        }
        return values;
    }

    private static int value(String text, Unit unit, String part) throws InvalidScheduleException {
        int name = unit.names().indexOf(text.toLowerCase(Locale.ROOT));
        int value = name >= 0 ? name + unit.least : number(text, unit, part);
        if (value < unit.least || value > unit.most) {
            throw invalid(part, unit);
        }
        return value;
    }

    private static int number(String text, Unit unit, String part) throws InvalidScheduleException {
        if (!text.matches("\\d{1,4}")) {
            throw invalid(part, unit);
        }
        return Integer.parseInt(text);
    }

    private static InvalidScheduleException invalid(String part, Unit unit) {
        return new InvalidScheduleException("\"" + part + "\" is no " + unit.title + ": give numbers from " + unit.least
                + " to " + unit.most + ", with , - and / between them, or *");
    }
}
