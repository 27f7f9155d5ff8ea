package dev.coffer.cli;

import dev.coffer.engine.repository.LockFile;
import dev.coffer.engine.repository.LockStanding;
import java.time.Instant;

/** Locks for people. */
final class LockTexts {

    private LockTexts() {}

    /** Who holds a lock, since when, and what is known of them. */
    static String describe(LockFile lock, LockStanding standing) {
        return lock.describe(Instant.now()) + ": " + reason(standing) + ".";
    }

    private static String reason(LockStanding standing) {
        return switch (standing) {
            case HELD -> "its holder may be at work";
            case NOT_SEEN -> "no process of that number runs on this host";
            case STUCK -> "its process runs, but should have refreshed it every 5 minutes";
            case GONE -> "its process has ended";
            case SILENT -> "a holder at work would have refreshed it every 5 minutes";
        };
    }
}
