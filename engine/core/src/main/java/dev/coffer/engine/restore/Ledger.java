package dev.coffer.engine.restore;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** What became of each path, as far as it is not the usual. Safe for use by any number of threads. */
final class Ledger {

    private final Map<String, Outcome> exceptions = new ConcurrentHashMap<>();
    private final AtomicBoolean deletionUnsafe = new AtomicBoolean();

    void record(String path, Outcome outcome) {
        if (outcome != Outcome.RESTORED) {
            exceptions.put(path, outcome);
        }
    }

    Outcome of(String path) {
        return exceptions.getOrDefault(path, Outcome.RESTORED);
    }

    boolean failed(String path) {
        return of(path) == Outcome.FAILED;
    }

    /** The snapshot holds names that cannot be trusted, so what it does not hold cannot be told either. */
    void forbidDeletion() {
        deletionUnsafe.set(true);
    }

    boolean deletionForbidden() {
        return deletionUnsafe.get();
    }
}
