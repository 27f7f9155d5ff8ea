package dev.coffer.cli;

import dev.coffer.engine.repository.LockStanding;
import dev.coffer.engine.repository.Locks;
import dev.coffer.engine.repository.Locks.StoredLock;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Removes locks that nobody holds any more. */
@Command(name = "unlock", description = "Remove locks whose owners are gone.")
final class UnlockCommand implements Task {

    private final Session session;

    @Option(
            names = "--remove-all",
            description = "Remove all locks, also of running programs: only when you know that there are none.")
    boolean all;

    UnlockCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        try (Repository repository = session.repositories().open()) {
            Locks locks = repository.locks();
            int removed = all ? locks.removeAll() : removeStale(locks);
            session.say("Removed " + Texts.count(removed, "lock") + ".");
        }
        return ExitCode.OK;
    }

    private int removeStale(Locks locks) throws IOException {
        int removed = 0;
        for (StoredLock lock : locks.list()) {
            LockStanding standing = locks.standing(lock.file());
            session.say((standing.stale() ? "Removing " : "Keeping ") + LockTexts.describe(lock.file(), standing));
            if (standing.stale()) {
                locks.remove(lock.id());
                removed++;
            }
        }
        return removed;
    }
}
