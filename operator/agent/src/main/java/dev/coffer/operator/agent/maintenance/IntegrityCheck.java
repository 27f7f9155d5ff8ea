package dev.coffer.operator.agent.maintenance;

import dev.coffer.engine.check.CheckRequest;
import dev.coffer.engine.check.CheckSummary;
import dev.coffer.engine.check.Checker;
import dev.coffer.engine.check.Finding;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import dev.coffer.operator.agent.holder.Locking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Checks the structure of a repository: that all is there that its snapshots need. A shared lock is enough: those who work beside it
 * only add, and what they have not finished is no damage.
 */
final class IntegrityCheck {

    private static final int MOST_NAMED = 3;

    private final Repository repository;
    private final Locking locking;

    /** @param repository just opened, and without the usual cache, which could hide what is damaged in the store */
    IntegrityCheck(Repository repository, Locking locking) {
        this.repository = repository;
        this.locking = locking;
    }

    /** What was found; the message is for people. */
    record Outcome(boolean sound, String message) {}

    Outcome run() throws IOException {
        List<String> damage = Collections.synchronizedList(new ArrayList<>());
        CheckSummary summary;
        try (RepositoryLock _ = locking.lock(repository, RepositoryLock.Kind.SHARED)) {
            summary = new Checker(repository, finding -> note(finding, damage), ProgressListener.NONE)
                    .check(CheckRequest.structure());
        }
        return summary.isSound()
                ? new Outcome(true, "All that the snapshots need is there.")
                : new Outcome(
                        false,
                        "Found " + summary.errors() + " errors: " + String.join("; ", damage)
                                + ". Run `coffer check --read-data` to learn more before anything is repaired.");
    }

    private static void note(Finding finding, List<String> damage) {
        if (finding instanceof Finding.Damage && damage.size() < MOST_NAMED) {
            damage.add(finding.message());
        }
    }
}
