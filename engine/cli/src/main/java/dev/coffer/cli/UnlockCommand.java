package dev.coffer.cli;

import dev.coffer.engine.repository.Locks;
import dev.coffer.engine.repository.Locks.StoredLock;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Removes locks that nobody holds any more. */
@Command(name = "unlock", description = "Remove locks whose owners are gone.")
final class UnlockCommand implements Task {

    private final Session session;

    @Option(
            names = "--remove-all",
            description = "Remove all locks, also of running programs: only when you know that there are none.")
    private boolean all;

    UnlockCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        try (Repository repository = session.repositories().open()) {
            Locks locks = repository.locks();
            int removed = all ? locks.removeAll() : removeStale(locks, repository);
            session.say("Removed " + Texts.count(removed, "lock") + ".");
        }
        return ExitCode.OK;
    }

    private static int removeStale(Locks locks, Repository repository) throws IOException {
        int removed = 0;
        for (StoredLock lock : locks.list()) {
            if (lock.file().stale(repository.options().host(), Instant.now())) {
                locks.remove(lock.id());
                removed++;
            }
        }
        return removed;
    }
}
