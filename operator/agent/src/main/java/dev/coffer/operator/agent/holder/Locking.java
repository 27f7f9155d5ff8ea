package dev.coffer.operator.agent.holder;

import dev.coffer.engine.errors.RepositoryException.RepositoryLocked;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes locks on a repository: waits for those who are at work, and removes what the dead have left. */
public final class Locking {

    private static final Logger LOG = LoggerFactory.getLogger(Locking.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final LockHealer healer;
    private final Duration patience;

    /** @param patience how long to wait for others */
    public Locking(LockHealer healer, Duration patience) {
        this.healer = healer;
        this.patience = patience;
    }

    /**
     * Takes a lock.
     *
     * @throws RepositoryLocked if others are still at work when patience ends
     * @throws InterruptedIOException soon after this thread was interrupted
     */
    public RepositoryLock lock(Repository repository, RepositoryLock.Kind kind, Repository.Need... needs)
            throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                return repository.lock(kind, Duration.ZERO, Set.of(needs));
            } catch (RepositoryLocked e) {
                if (healer.heal(repository.locks()) == 0) {
                    await(pause, end, e);
                }
            }
        }
    }

    private static void await(Duration pause, long end, RepositoryLocked reason) throws IOException {
        if (System.nanoTime() + pause.toNanos() > end) {
            throw reason;
        }
        LOG.info("Waiting: {}", reason.getMessage());
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a lock on the repository");
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
