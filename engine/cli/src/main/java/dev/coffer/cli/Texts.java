package dev.coffer.cli;

import dev.coffer.engine.host.LocalClock;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.text.Quantities;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times for people, in the words that users of restic are used to. */
final class Texts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Texts() {}

    /** As {@link Quantities#bytes}. */
    static String bytes(long count) {
        return Quantities.bytes(count);
    }

    /** As {@link Quantities#duration}. */
    static String duration(Duration duration) {
        return Quantities.duration(duration);
    }

    /** For example {@code 12.34%}; never more than all. */
    static String percent(long part, long whole) {
        double percent = whole <= 0 ? 0 : Math.min(100.0, 100.0 * part / whole);
        return String.format(Quantities.DIGITS, "%.2f%%", percent);
    }

    /** The moment by the local clock. */
    static String time(OffsetDateTime time) {
        return time(time.toInstant());
    }

    static String time(Instant time) {
        return TIME.format(LocalClock.ofSystem().at(time));
    }

    /** For example {@code snapshot 1f2e3d4c of [/srv] at 2026-01-02 03:04:05 by ann@web1}. */
    static String snapshot(StoredSnapshot stored) {
        Snapshot snapshot = stored.snapshot();
        return "snapshot " + stored.id().shortHex() + " of " + snapshot.paths() + " at " + time(snapshot.time())
                + " by " + snapshot.username() + "@" + snapshot.hostname();
    }

    /** A number with its noun: {@code 1 snapshot}, {@code 2 snapshots}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
