package dev.coffer.engine.host;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;

/**
 * What a clock on the wall shows. Asks the old {@link TimeZone} by how much it differs from UTC: for the rules of a
 * {@link java.time.ZoneId}, the JDK first opens all JARs, to look for other sources of them, and a short command needs no other.
 *
 * <p>From 1900 to 2099 both say the same. Before and after that the difference from UTC may be another one in some zones; the
 * moment is the same.
 */
public final class LocalClock {

    private final TimeZone zone;

    /** @param zone copied, as it could be changed */
    public LocalClock(TimeZone zone) {
        this.zone = (TimeZone) zone.clone();
    }

    /** Where this machine is. */
    public static LocalClock ofSystem() {
        return new LocalClock(TimeZone.getDefault());
    }

    public OffsetDateTime now() {
        return at(Instant.now());
    }

    /** What it has shown at a moment, or will show. */
    public OffsetDateTime at(Instant moment) {
        int milliseconds = zone.getOffset(TimeUnit.SECONDS.toMillis(moment.getEpochSecond()));
        return OffsetDateTime.ofInstant(
                moment, ZoneOffset.ofTotalSeconds((int) TimeUnit.MILLISECONDS.toSeconds(milliseconds)));
    }
}
