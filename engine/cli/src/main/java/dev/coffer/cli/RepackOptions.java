package dev.coffer.cli;

import dev.coffer.engine.compress.CompressionMode;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.prune.PruneOptions;
import dev.coffer.engine.prune.UnusedLimit;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which packs {@code prune} is to rewrite. */
final class RepackOptions {

    @Option(
            names = "--max-unused",
            paramLabel = "LIMIT",
            converter = Limit.class,
            description =
                    "Let data stay that no snapshot needs rather than rewrite packs: up to x%% of what remains, up to"
                            + " a size such as 2G, or unlimited (default: 5%%).")
    UnusedLimit maxUnused = UnusedLimit.USUAL;

    @Option(
            names = "--max-repack-size",
            paramLabel = "SIZE",
            converter = ByteSize.Converter.class,
            description = "Rewrite packs of less than this size in all; 0 for none.")
    @Nullable
    ByteSize maxRepack;

    @Option(
            names = "--repack-cacheable-only",
            description = "Rewrite only packs that the local cache may hold, those with metadata.")
    boolean onlyCacheable;

    @Option(
            names = "--repack-smaller-than",
            paramLabel = "SIZE",
            converter = ByteSize.Converter.class,
            description =
                    "Join packs below this size, if there are ten of them (default: those much smaller than others).")
    @Nullable
    ByteSize smallerThan;

    @Option(names = "--repack-small", hidden = true)
    boolean small;

    @Option(names = "--repack-uncompressed", description = "Compress data that are not compressed yet.")
    boolean uncompressed;

    /** What was chosen, with a word about what is out of use. */
    PruneOptions options(Session session) throws BadRequest {
        if (smallerThan != null && smallerThan.bytes() == 0) {
            throw new BadRequest("--repack-smaller-than needs a size above 0.");
        }
        CompressionMode compression = session.options().storage.compression(session.environment());
        if (uncompressed && compression == CompressionMode.OFF) {
            throw new BadRequest("--repack-uncompressed compresses data, so it does not go with --compression off.");
        }
        if (small) {
            session.output()
                    .message("--repack-small has no effect: small packs are joined anyway. --repack-smaller-than says"
                            + " what is small.");
        }
        return new PruneOptions(maxUnused, bytes(maxRepack), bytes(smallerThan), onlyCacheable, uncompressed);
    }

    private static OptionalLong bytes(@Nullable ByteSize size) {
        return size == null ? OptionalLong.empty() : OptionalLong.of(size.bytes());
    }

    /** What {@code 2.5%}, {@code 2G} or {@code unlimited} stands for. */
    static final class Limit implements ITypeConverter<UnusedLimit> {

        private static final Pattern PERCENTAGE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)%");

        @Override
        public UnusedLimit convert(String text) {
            String limit = text.strip();
            Matcher percentage = PERCENTAGE.matcher(limit);
            return limit.equals("unlimited")
                    ? new UnusedLimit.Unlimited()
                    : percentage.matches()
                            ? percentage(percentage.group(1))
                            : new UnusedLimit.Bytes(ByteSize.parse(limit).bytes());
        }

        private static UnusedLimit percentage(String number) {
            double percent = Double.parseDouble(number);
            if (percent >= 100) {
                throw new TypeConversionException("a percentage must be below 100, not " + number);
            }
            return new UnusedLimit.Percentage(percent);
        }
    }
}
