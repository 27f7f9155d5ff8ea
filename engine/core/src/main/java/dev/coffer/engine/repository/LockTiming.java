package dev.coffer.engine.repository;

import java.time.Duration;

/**
 * The times of the lock protocol. Tests shorten them.
 *
 * @param settle a lock file is visible to everybody within this time
 * @param refresh a held lock is written anew this often
 * @param lost without a refresh for so long, the holder must stop: others may soon take the lock for stale
 * @param tick how often the holder looks at the clock
 * @param unreadableRetry first pause before an unreadable lock file is read again; doubles twice
 */
record LockTiming(Duration settle, Duration refresh, Duration lost, Duration tick, Duration unreadableRetry) {

    static final LockTiming STANDARD = new LockTiming(
            Duration.ofMillis(200),
            Duration.ofMinutes(5),
            Duration.ofSeconds(22 * 60 + 30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5));

    /** For stores where a file is visible to everybody as soon as it is saved. */
    LockTiming settledAtOnce() {
        return new LockTiming(Duration.ZERO, refresh, lost, tick, unreadableRetry);
    }
}
