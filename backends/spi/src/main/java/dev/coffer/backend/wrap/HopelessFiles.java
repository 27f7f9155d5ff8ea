package dev.coffer.backend.wrap;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.Handle;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files whose load failed in spite of all patience. They are not tried again for a while; otherwise a job that needs a
 * thousand blobs of one broken pack would wait a thousand times.
 */
final class HopelessFiles {

    private final Map<Handle, Long> failedAt = new ConcurrentHashMap<>();
    private final Duration giveUp;
    private final Ticker ticker;

    HopelessFiles(Duration giveUp, Ticker ticker) {
        this.giveUp = giveUp;
        this.ticker = ticker;
    }

    void refuse(Handle handle) throws BackendException {
        Long time = failedAt.get(handle);
        if (time == null) {
            return;
        }
        long age = ticker.nanoTime() - time;
        if (age < giveUp.toNanos()) {
            throw new BackendException.Transient(
                    "gave up on " + handle + " " + Duration.ofNanos(age).toMinutes()
                            + " minutes ago after many failed attempts; it is tried again " + giveUp.toMinutes()
                            + " minutes after that",
                    null);
        }
        failedAt.remove(handle, time);
    }

    void add(Handle handle) {
        failedAt.put(handle, ticker.nanoTime());
    }

    void forget(Handle handle) {
        failedAt.remove(handle);
    }
}
