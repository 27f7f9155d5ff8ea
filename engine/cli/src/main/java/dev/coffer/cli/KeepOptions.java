package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.retention.Interval;
import dev.coffer.engine.retention.KeepPolicy;
import dev.coffer.engine.retention.KeepSpan;
import dev.coffer.engine.snapshot.TagList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which snapshots {@code forget} is to keep. */
final class KeepOptions {

    @Option(
            names = {"-l", "--keep-last"},
            paramLabel = "N",
            converter = Count.class,
            description = "Keep the newest N; unlimited is a number, here and below.")
    int last;

    @Option(
            names = {"-H", "--keep-hourly"},
            paramLabel = "N",
            converter = Count.class,
            description = "Keep one for each of the last N hours that have any.")
    int hourly;

    @Option(
            names = {"-d", "--keep-daily"},
            paramLabel = "N",
            converter = Count.class,
            description = "Keep one for each of the last N days that have any.")
    int daily;

    @Option(
            names = {"-w", "--keep-weekly"},
            paramLabel = "N",
            converter = Count.class,
            description = "Keep one for each of the last N weeks, from Monday on, that have any.")
    int weekly;

    @Option(
            names = {"-m", "--keep-monthly"},
            paramLabel = "N",
            converter = Count.class,
            description = "Keep one for each of the last N months that have any.")
    int monthly;

    @Option(
            names = {"-y", "--keep-yearly"},
            paramLabel = "N",
            converter = Count.class,
            description = "Keep one for each of the last N years that have any.")
    int yearly;

    @Option(
            names = "--keep-within",
            paramLabel = "SPAN",
            description = "Keep all that are at most so much older than the newest one, such as 1y5m7d2h.")
    String within = "";

    @Option(
            names = "--keep-within-hourly",
            paramLabel = "SPAN",
            description = "Keep one for each hour of this span before the newest one.")
    String withinHourly = "";

    @Option(
            names = "--keep-within-daily",
            paramLabel = "SPAN",
            description = "Keep one for each day of this span before the newest one.")
    String withinDaily = "";

    @Option(
            names = "--keep-within-weekly",
            paramLabel = "SPAN",
            description = "Keep one for each week of this span before the newest one.")
    String withinWeekly = "";

    @Option(
            names = "--keep-within-monthly",
            paramLabel = "SPAN",
            description = "Keep one for each month of this span before the newest one.")
    String withinMonthly = "";

    @Option(
            names = "--keep-within-yearly",
            paramLabel = "SPAN",
            description = "Keep one for each year of this span before the newest one.")
    String withinYearly = "";

    @Option(
            names = "--keep-tag",
            paramLabel = "TAG[,TAG...]",
            description = "Keep all with these tags. May be repeated, for one list or another.")
    List<String> tags = new ArrayList<>();

    KeepPolicy policy() throws BadRequest {
        Map<Interval, Integer> counts = new EnumMap<>(Map.of(
                Interval.LAST, last,
                Interval.HOURLY, hourly,
                Interval.DAILY, daily,
                Interval.WEEKLY, weekly,
                Interval.MONTHLY, monthly,
                Interval.YEARLY, yearly));
        Map<Interval, KeepSpan> spans = new EnumMap<>(Map.of(
                Interval.HOURLY, KeepSpan.parse(withinHourly),
                Interval.DAILY, KeepSpan.parse(withinDaily),
                Interval.WEEKLY, KeepSpan.parse(withinWeekly),
                Interval.MONTHLY, KeepSpan.parse(withinMonthly),
                Interval.YEARLY, KeepSpan.parse(withinYearly)));
        return new KeepPolicy(
                counts,
                KeepSpan.parse(within),
                spans,
                tags.stream().map(TagList::parse).toList());
    }

    /** A number of snapshots, which may be {@code unlimited}. */
    static final class Count implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            if (text.equals("unlimited")) {
                return KeepPolicy.UNLIMITED;
            }
            try {
                return Integer.parseUnsignedInt(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + text + "' is neither a number nor unlimited");
            }
        }
    }
}
