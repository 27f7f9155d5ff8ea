package dev.coffer.cli;

import java.time.Duration;
import java.util.Optional;

/** Does something again and again, on a thread of its own, until it is closed. */
final class ProgressTicker implements AutoCloseable {

    private static final double USUAL_RATE = 10;
    private static final double HIGHEST_RATE = 60;

    private final Thread thread;

    ProgressTicker(Duration interval, Runnable action) {
        this.thread = Thread.ofVirtual().name("progress").start(() -> repeat(interval, action));
    }

    /**
     * How often progress is to be shown: {@code RESTIC_PROGRESS_FPS} times per second if that is set, else ten times for
     * those who look.
     *
     * @param watched whether somebody looks
     */
    static Optional<Duration> interval(Environment environment, boolean watched) {
        double rate =
                environment.get("RESTIC_PROGRESS_FPS").map(ProgressTicker::rate).orElse(watched ? USUAL_RATE : 0);
        return rate > 0 ? Optional.of(Duration.ofNanos((long) (1e9 / Math.min(rate, HIGHEST_RATE)))) : Optional.empty();
    }

    private static double rate(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return USUAL_RATE;
        }
    }

    private static void repeat(Duration interval, Runnable action) {
        try {
            while (true) {
                Thread.sleep(interval);
                action.run();
            }
        } catch (InterruptedException _) {
            // Closed.
        }
    }

    /** Returns when the action runs no more. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = Thread.interrupted();
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
