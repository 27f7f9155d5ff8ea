package dev.coffer.engine.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sizes and lengths of time for people, in the words that users of restic are used to. */
public final class Quantities {

    /**
     * For whom to format what everybody is to see alike: nobody in particular, as {@link Locale#ROOT}, for which the JDK would load
     * tables of languages.
     */
    public static final @Nullable Locale DIGITS = null;

    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB"};
    private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?)([bkmgt]?)(?:i?b)?");

    private Quantities() {}

    /** For example {@code 512 B}, {@code 1.234 MiB}. */
    public static String bytes(long count) {
        if (count < 1024) {
            return count + " B";
        }
        double value = count / 1024.0;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(DIGITS, "%.3f %s", value, UNITS[unit]);
    }

    /** For example {@code 0:05}, {@code 1:02:03}. */
    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds >= 3600
                ? String.format(DIGITS, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                : String.format(DIGITS, "%d:%02d", seconds / 60, seconds % 60);
    }

    /**
     * The number of bytes that a text such as {@code 500}, {@code 10M} or {@code 1.5GiB} stands for: B, K, M, G, T, each 1024
     * times the one before. Empty if it stands for none.
     */
    public static Optional<Long> parseBytes(String text) {
        Matcher matcher = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long unit = 1L << (10 * Math.max(0, "bkmgt".indexOf(matcher.group(2))));
        BigDecimal size = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
        return size.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                ? Optional.of(size.longValue())
                : Optional.empty();
    }
}
