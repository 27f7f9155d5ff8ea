package dev.coffer.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A size with its unit, as in {@code --exclude-larger-than 10M}: B, K, M, G, T, each 1024 times the one before.
 *
 * @param bytes at least 0
 */
record ByteSize(long bytes) {

    private static final Pattern SYNTAX = Pattern.compile("(\\d+(?:\\.\\d+)?)([bkmgt]?)(?:i?b)?");

    static ByteSize parse(String text) {
        Matcher matcher = SYNTAX.matcher(text.toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            long unit = 1L << (10 * Math.max(0, "bkmgt".indexOf(matcher.group(2))));
            BigDecimal size = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
            if (size.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
                return new ByteSize(size.longValue());
            }
        }
        throw new TypeConversionException("'" + text + "' is not a size such as 500K, 10M or 1.5G");
    }

    /** For picocli. */
    static final class Converter implements ITypeConverter<ByteSize> {
        @Override
        public ByteSize convert(String text) {
            return parse(text);
        }
    }
}
