package dev.coffer.operator.api.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go writes them, which is how manifests do: {@code 1h30m}, {@code 600s}, {@code 1.5h}, {@code 831.018039ms}. */
public final class GoDuration {

    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "µs", 1_000L,
            "μs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d*)?|\\.\\d+)(ns|us|µs|μs|ms|s|m|h)");
    private static final Pattern WHOLE = Pattern.compile("[+-]?(?:0|(?:" + PART.pattern() + ")+)");

    private GoDuration() {}

    /** The duration that the text stands for; empty if it stands for none, or for more than 292 years. */
    public static Optional<Duration> parse(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal nanos = BigDecimal.ZERO;
        for (Matcher part = PART.matcher(text); part.find(); ) {
            BigDecimal unit = BigDecimal.valueOf(NANOS.getOrDefault(part.group(2), 0L));
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(unit));
        }
        if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            return Optional.empty();
        }
        Duration duration = Duration.ofNanos(nanos.longValue());
        return Optional.of(text.startsWith("-") ? duration.negated() : duration);
    }

    /** As Go writes it, such as {@code 1h0m5s}, {@code 0s} or {@code 1.5ms}. */
    public static String format(Duration duration) {
        String sign = duration.isNegative() ? "-" : "";
        Duration length = duration.abs();
        if (length.compareTo(Duration.ofSeconds(1)) < 0) {
            return sign + formatFraction(length.toNanos());
        }
        StringBuilder text = new StringBuilder(sign);
        if (length.toHours() > 0) {
            text.append(length.toHours()).append('h');
        }
        if (length.toMinutes() > 0) {
            text.append(length.toMinutesPart()).append('m');
        }
        return text.append(decimal(length.toSecondsPart() * 1_000_000_000L + length.toNanosPart(), 9))
                .append('s')
                .toString();
    }

    private static String formatFraction(long nanos) {
        if (nanos == 0) {
            return "0s";
        } else if (nanos < 1_000) {
            return nanos + "ns";
        } else if (nanos < 1_000_000) {
            return decimal(nanos, 3) + "µs";
        }
        return decimal(nanos, 6) + "ms";
    }

    /** The number with that many digits after the point, without zeros at the end. */
    private static String decimal(long number, int digits) {
        BigDecimal value = BigDecimal.valueOf(number, digits).stripTrailingZeros();
        return value.setScale(Math.max(value.scale(), 0), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
