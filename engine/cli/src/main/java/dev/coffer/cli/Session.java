package dev.coffer.cli;

import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import java.io.Closeable;
import java.io.IOException;

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

    /** Takes a lock for a command that only reads, unless the user wants none. */
    Closeable lockForReading(Repository repository) throws IOException {
        return options.locks.noLock() ? () -> {} : lock(repository, RepositoryLock.Kind.SHARED);
    }

    /** Takes a lock for a command that writes. */
    Closeable lock(Repository repository, RepositoryLock.Kind kind) throws IOException {
        RepositoryLock lock = repository.lock(kind, options.locks.patience());
        return lock::close;
    }
}
