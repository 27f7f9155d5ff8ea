package dev.coffer.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as Go writes them: {@code 5m}, {@code 1h30m}, {@code 1.5s}, {@code 0}. */
final class GoDuration implements ITypeConverter<Duration> {

    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d*)?|\\.\\d+)(ns|us|µs|μs|ms|s|m|h)");

    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    @Override
    public Duration convert(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        Matcher part = PART.matcher(text);
        Duration sum = Duration.ZERO;
        int at = 0;
        while (part.find() && part.start() == at) {
            sum = sum.plusNanos(nanos(part));
            at = part.end();
        }
        if (at == 0 || at != text.length()) {
            throw new TypeConversionException("'" + text + "' is not a duration such as 90s, 5m or 1h30m");
        }
        return sum;
    }

    private static long nanos(Matcher part) {
        BigDecimal nanos = new BigDecimal(part.group(1))
                .multiply(BigDecimal.valueOf(unit(part.group(2)).toNanos()));
        try {
            return nanos.toBigInteger().longValueExact();
        } catch (ArithmeticException e) {
            throw new TypeConversionException("'" + part.group() + "' is too long a duration");
        }
    }

    private static Duration unit(String name) {
        return switch (name) {
            case "ns" -> Duration.ofNanos(1);
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            default -> MICROSECOND;
        };
    }
}
