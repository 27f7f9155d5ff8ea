package dev.coffer.cli;

import dev.coffer.engine.repository.Locks;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import java.io.Closeable;
import java.io.IOException;
import java.util.Set;

/** What one run of the program has for its command: the global options, and what they lead to. */
final class Session {

    private final Surroundings surroundings;
    private final GlobalOptions options = new GlobalOptions();
    private final Output output;
    private final PasswordReader passwords;
    private final RepositoryAccess repositories;

    Session(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.output = new Output(surroundings);
        this.passwords = new PasswordReader(surroundings, output);
        this.repositories = new RepositoryAccess(surroundings, options, output, passwords);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Environment environment() {
        return surroundings.environment();
    }

    GlobalOptions options() {
        return options;
    }

    Output output() {
        return output;
    }

    PasswordReader passwords() {
        return passwords;
    }

    RepositoryAccess repositories() {
        return repositories;
    }

    boolean json() {
        return options.output.json();
    }

    /** Tells what was done, unless results are for programs or the user wants to hear nothing. */
    void say(String text) throws IOException {
        if (!json() && !options.output.quiet()) {
            output.line(text);
        }
    }

    /**
     * Takes a lock for a command that only reads, unless the user wants none.
     *
     * @param needs what the command will load first
     */
    Closeable lockForReading(Repository repository, Repository.Need... needs) throws IOException {
        return lockUnlessUnwanted(repository, RepositoryLock.Kind.SHARED, needs);
    }

    /** Takes a lock, unless the user wants none: then nothing may be changed. */
    Closeable lockUnlessUnwanted(Repository repository, RepositoryLock.Kind kind, Repository.Need... needs)
            throws IOException {
        return options.locks.noLock() ? () -> {} : lock(repository, kind, needs);
    }

    /** Takes a lock for a command that writes; as {@link #lockForReading} otherwise. */
    Closeable lock(Repository repository, RepositoryLock.Kind kind, Repository.Need... needs) throws IOException {
        RepositoryLock lock = repository.lock(kind, options.locks.patience(), Set.of(needs));
        Locks locks = repository.locks();
        for (Locks.StoredLock removed : lock.removed()) {
            output.message("Removed " + LockTexts.describe(removed.file(), locks.standing(removed.file())));
        }
        return lock::close;
    }
}
