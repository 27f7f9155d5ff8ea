package dev.coffer.backend.wrap;

import dev.coffer.backend.BackendException;
import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Makes a request again and again until it succeeds, is not worth it, or patience ends. */
final class Retries {

    private final RetryPolicy policy;
    private final RetryListener listener;
    private final Ticker ticker;
    private final RandomGenerator random;

    Retries(RetryPolicy policy, RetryListener listener, Ticker ticker, RandomGenerator random) {
        this.policy = policy;
        this.listener = listener;
        this.ticker = ticker;
        this.random = random;
    }

    /** A request that knows how many attempts have failed before. */
    @FunctionalInterface
    interface Attempt<T> {
        T run(int failures) throws IOException;
    }

    <T> T run(String request, Attempt<T> attempt) throws IOException {
        long start = ticker.nanoTime();
        for (int failures = 0; ; failures++) {
            try {
                return attempt.run(failures);
            } catch (BackendException e) {
                Duration pause = policy.pause(failures + 1, e, random);
                if (!e.retryable() || (failures > 0 && isLate(start, pause))) {
                    throw e;
                }
                listener.failed(request, e, pause);
                sleep(request, pause, e);
            }
        }
    }

    private boolean isLate(long start, Duration pause) {
        return ticker.nanoTime() - start + pause.toNanos() > policy.total().toNanos();
    }

    private void sleep(String request, Duration pause, BackendException failure) throws IOException {
        try {
            ticker.sleep(pause);
        } catch (InterruptedException e) {
            IOException interrupted = Interruptions.during("waiting to " + request + " again", e);
            interrupted.addSuppressed(failure);
            throw interrupted;
        }
    }
}
