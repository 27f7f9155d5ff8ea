package dev.coffer.engine.retention;

import dev.coffer.engine.snapshot.Snapshot;
import java.time.Instant;

/**
 * A snapshot that rules are asked about.
 *
 * @param number among those of its group, from the newest on
 * @param oldest whether it is the last one
 */
record Candidate(Snapshot snapshot, int number, boolean oldest) {

    Instant instant() {
        return snapshot.time().toInstant();
    }
}
