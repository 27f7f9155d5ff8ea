package dev.coffer.backend.wrap;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** A call on a thread of its own. */
record Running<T>(FutureTask<T> task, Thread thread) {

    static <T> Running<T> start(Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        return new Running<>(task, Thread.ofPlatform().daemon().start(task));
    }

    /** Returns when the thread waits for something. */
    void awaitWaiting() {
        while (thread.getState() != Thread.State.WAITING) {
            if (task.isDone()) {
                throw new AssertionError("the call did not wait");
            }
            Thread.onSpinWait();
        }
    }
}
