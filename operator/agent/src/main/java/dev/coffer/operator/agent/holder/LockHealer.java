package dev.coffer.operator.agent.holder;

import dev.coffer.engine.host.ProcessMark;
import dev.coffer.engine.repository.LockFile;
import dev.coffer.engine.repository.Locks;
import dev.coffer.engine.repository.Locks.StoredLock;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes locks of pods that are gone. A pod that was killed leaves its lock, and the engine has no proof that nobody holds it until
 * half an hour has passed; the cluster has.
 *
 * <p>A lock of this very pod is left over as well, unless this process holds it: the containers of a pod that work on a repository
 * do so one after the other.
 */
public final class LockHealer {

    private static final Logger LOG = LoggerFactory.getLogger(LockHealer.class);

    private final Optional<PodIdentity> own;
    private final Predicate<PodIdentity> gone;

    /**
     * @param own the pod of this process; empty outside of the cluster
     * @param gone whether nothing runs in a pod any more
     */
    public LockHealer(Optional<PodIdentity> own, Predicate<PodIdentity> gone) {
        this.own = own;
        this.gone = gone;
    }

    /** Removes what nobody holds, and returns how many locks that were. */
    int heal(Locks locks) throws IOException {
        int removed = 0;
        for (StoredLock lock : locks.list()) {
            if (isLeftOver(lock.file())) {
                LOG.info(
                        "Removing the lock of {}, which is gone",
                        lock.file().host().hostname());
                locks.remove(lock.id());
                removed++;
            }
        }
        return removed;
    }

    /** Whether nobody holds a lock any more, as far as the cluster knows. */
    boolean isLeftOver(LockFile lock) {
        Optional<PodIdentity> holder = PodIdentity.parse(lock.host().hostname());
        if (holder.isEmpty()) {
            return false;
        }
        return holder.equals(own) ? !isOfThisProcess(lock) : gone.test(holder.get());
    }

    private static boolean isOfThisProcess(LockFile lock) {
        return lock.process().equals(ProcessMark.current())
                && lock.host().pid() == ProcessHandle.current().pid();
    }
}
