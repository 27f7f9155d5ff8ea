package dev.coffer.cli;

import dev.coffer.engine.compress.CompressionMode;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.pack.BlobCodec.Verification;
import dev.coffer.engine.repository.RepositoryOptions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** How data is stored. */
final class StorageOptions {

    private static final int MIB_BITS = 20;

    @Option(
            names = "--compression",
            scope = ScopeType.INHERIT,
            paramLabel = "MODE",
            description = "auto, off, fastest, better or max (RESTIC_COMPRESSION; default: auto).")
    @Nullable
    String compression;

    @Option(
            names = "--pack-size",
            scope = ScopeType.INHERIT,
            paramLabel = "MIB",
            description = "Collect data into files of this size, 4 to 128 MiB (RESTIC_PACK_SIZE; default: 16).")
    @Nullable
    String packSize;

    @Option(
            names = "--no-extra-verify",
            scope = ScopeType.INHERIT,
            description = "Do not decrypt what was encrypted to compare it before it is stored.")
    boolean noVerification;

    CompressionMode compression(Environment environment) throws BadRequest {
        Optional<String> mode = Optional.ofNullable(compression).or(() -> environment.get("RESTIC_COMPRESSION"));
        if (mode.isEmpty()) {
            return CompressionMode.AUTO;
        }
        for (CompressionMode known : CompressionMode.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(mode.get())) {
                return known;
            }
        }
        String all = Arrays.stream(CompressionMode.values())
                .map(known -> known.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw new BadRequest("There is no compression mode '" + mode.get() + "'; choose one of " + all + ".");
    }

    /** In bytes. */
    long packSize(Environment environment) throws BadRequest {
        Optional<String> given = Optional.ofNullable(packSize).or(() -> environment.get("RESTIC_PACK_SIZE"));
        long min = RepositoryOptions.MIN_PACK_SIZE;
        long max = RepositoryOptions.MAX_PACK_SIZE;
        try {
            long size = given.isEmpty() ? 0 : Math.multiplyExact(Long.parseLong(given.get()), 1L << MIB_BITS);
            if (size == 0) {
                return RepositoryOptions.DEFAULT_PACK_SIZE;
            }
            if (size >= min && size <= max) {
                return size;
            }
        } catch (NumberFormatException | ArithmeticException _) {
            // Told below, like every other size that cannot be.
        }
        throw new BadRequest("The pack size must be a number of MiB from " + (min >> MIB_BITS) + " to "
                + (max >> MIB_BITS) + ", not '" + given.get() + "'.");
    }

    Verification verification() {
        return noVerification ? Verification.NONE : Verification.BEFORE_STORING;
    }
}
