package dev.coffer.backend.wrap;

import dev.coffer.backend.Backend;
import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Holds all requests back while it is unclear whether this process still owns its lock; only lock files can be reached
 * then. A request that has started is not stopped.
 */
public final class FreezableBackend extends GatedBackend {

    private sealed interface State {
        record Open() implements State {}

        record Frozen() implements State {}

        record Failed(IOException reason) implements State {}
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Guarded by {@link #lock}. */
    private State state = new State.Open();

    public FreezableBackend(Backend delegate) {
        super(delegate);
    }

    /** From now on requests wait. Does nothing after {@link #fail}. */
    public void freeze() {
        become(new State.Frozen());
    }

    /** Lets the waiting requests run. Does nothing after {@link #fail}. */
    public void thaw() {
        become(new State.Open());
    }

    /** All waiting and all future requests fail with this reason, the same instance for all of them. For good. */
    public void fail(IOException reason) {
        become(new State.Failed(reason));
    }

    private void become(State next) {
        lock.lock();
        try {
            if (!(state instanceof State.Failed)) {
                state = next;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    void enter() throws IOException {
        lock.lock();
        try {
            while (state instanceof State.Frozen) {
                changed.await();
            }
            if (state instanceof State.Failed failed) {
                throw failed.reason();
            }
        } catch (InterruptedException e) {
            throw Interruptions.during("waiting for the repository lock to be confirmed", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    void leave() {}
}
