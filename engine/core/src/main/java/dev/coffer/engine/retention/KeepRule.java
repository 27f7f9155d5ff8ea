package dev.coffer.engine.retention;

import java.time.Instant;
import java.util.Optional;

/** One rule at work on one group of snapshots. It is asked about each of them, from the newest to the oldest. */
@FunctionalInterface
interface KeepRule {

    /** Why a snapshot is to be kept; empty if this rule does not keep it. */
    Optional<String> reason(Candidate candidate);

    /** A rule that also requires a snapshot to be newer than {@code limit}. */
    default KeepRule after(Instant limit) {
        return candidate -> candidate.instant().isAfter(limit) ? reason(candidate) : Optional.empty();
    }
}
