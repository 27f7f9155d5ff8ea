package dev.coffer.cli;

import dev.coffer.engine.text.Quantities;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A size with its unit, as in {@code --exclude-larger-than 10M}: see {@link Quantities#parseBytes}.
 *
 * @param bytes at least 0
 */
record ByteSize(long bytes) {

    static ByteSize parse(String text) {
        return Quantities.parseBytes(text)
                .map(ByteSize::new)
                .orElseThrow(
                        () -> new TypeConversionException("'" + text + "' is not a size such as 500K, 10M or 1.5G"));
    }

    /** For picocli. */
    static final class Converter implements ITypeConverter<ByteSize> {
        @Override
        public ByteSize convert(String text) {
            return parse(text);
        }
    }
}
