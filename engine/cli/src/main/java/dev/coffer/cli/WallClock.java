package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Moments as users write them, by the clock of this place. */
final class WallClock {

    /** Strict, so that the 31st of November is not taken for the 30th. */
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private WallClock() {}

    static OffsetDateTime parse(String text) throws BadRequest {
        try {
            return LocalDateTime.parse(text, FORMAT)
                    .atZone(ZoneId.systemDefault())
                    .toOffsetDateTime();
        } catch (DateTimeParseException _) {
            throw new BadRequest("'" + text + "' is not a time such as '2025-11-01 22:08:41'.");
        }
    }
}
