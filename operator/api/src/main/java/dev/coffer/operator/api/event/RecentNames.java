package dev.coffer.operator.api.event;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which events this process has told lately. API servers forget events after an hour; what lasts is told often enough that they do not.
 * Safe for use by several threads.
 */
final class RecentNames {

    static final Duration SILENCE = Duration.ofMinutes(30);

    private static final int MOST = 4096;

    /** When each was told last, the earliest first. */
    private final LinkedHashMap<String, Instant> told = new LinkedHashMap<>();

    /** Whether an event is to be told now, after which it is not for a while. */
    synchronized boolean isNew(String name, Instant now) {
        Instant last = told.get(name);
        if (last != null && now.isBefore(last.plus(SILENCE))) {
            return false;
        }
        told.remove(name);
        told.put(name, now);
        told.entrySet().removeIf(entry -> isForgotten(entry, now));
        return true;
    }

    private boolean isForgotten(Map.Entry<String, Instant> entry, Instant now) {
        return told.size() > MOST || !now.isBefore(entry.getValue().plus(SILENCE));
    }
}
