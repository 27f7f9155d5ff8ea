package dev.coffer.engine.survival;

import dev.coffer.backend.Backend;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import dev.coffer.engine.repository.RepositoryOptions;
import dev.coffer.engine.repository.TestRepositories;
import java.io.IOException;
import java.util.Optional;

/**
 * Something that users do to a repository, done as the program does it: open, lock, work, unlock.
 *
 * @param effect what it may change
 * @param preparation makes what it finds
 * @param lock what it takes, if anything
 * @param outcome whether the aim is reached
 */
record Command(
        String name,
        Effect effect,
        Preparation preparation,
        Opening opening,
        Optional<RepositoryLock.Kind> lock,
        Work work,
        Work outcome) {

    /** What a command may do to a repository. */
    enum Effect {
        /** All snapshots stay, or are replaced by others made from them. */
        KEEPING,
        /** Snapshots are removed on purpose. */
        REMOVING,
        /** What is damaged is made usable, believing what the store tells. */
        MENDING,
        /** Nothing but locks is written. */
        NONE
    }

    interface Preparation {
        MemoryBackend prepare(World world) throws IOException;
    }

    interface Opening {
        Repository open(Backend store, RepositoryOptions options) throws IOException;
    }

    interface Work {
        void on(Repository repository, World world) throws IOException;
    }

    static Command reading(String name, Work work) {
        return new Command(
                name,
                Effect.NONE,
                World::repository,
                World::open,
                Optional.of(RepositoryLock.Kind.SHARED),
                work,
                (_, _) -> {});
    }

    static Command of(
            String name, Effect effect, Preparation preparation, RepositoryLock.Kind lock, Work work, Work outcome) {
        return new Command(name, effect, preparation, World::open, Optional.of(lock), work, outcome);
    }

    void run(Backend store, RepositoryOptions options, World world) throws IOException {
        try (Repository repository = opening.open(store, options)) {
            if (lock.isEmpty()) {
                work.on(repository, world);
                return;
            }
            try (RepositoryLock _ = TestRepositories.lock(repository, lock.get())) {
                work.on(repository, world);
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
