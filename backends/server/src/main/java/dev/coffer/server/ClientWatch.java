package dev.coffer.server;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives up clients that keep a request waiting, so that dead or malicious ones do not hold connections and memory for ever. A
 * thread that waits for its client says so; if that takes too long, it is interrupted, which closes the connection. What else
 * a thread does, such as storing, is never interrupted.
 *
 * <p>Safe for use by all threads, each of which speaks for itself.
 */
final class ClientWatch implements Closeable {

    /** What waits for the client. */
    interface Waiting<T> {
        T run() throws IOException;
    }

    private static final int LOOKS_PER_PATIENCE = 10;

    private final long patience;
    private final Map<Thread, Long> waiting = new ConcurrentHashMap<>();
    private final Thread watcher;

    ClientWatch(Duration patience) {
        this.patience = patience.toNanos();
        this.watcher = Thread.ofPlatform().daemon().name("client watch").start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(Duration.ofNanos(patience / LOOKS_PER_PATIENCE));
                giveUpTheSlow();
            }
        } catch (InterruptedException _) {
            // closed
        }
    }

    /** Runs what waits for the client, which must not take longer than the patience. */
    <T> T await(Waiting<T> action) throws IOException {
        begin();
        try {
            T result = action.run();
            end();
            return result;
        } finally {
            forget();
        }
    }

    /** The calling thread waits for its client from now on. */
    void begin() {
        waiting.put(Thread.currentThread(), System.nanoTime());
    }

    /**
     * It does no longer.
     *
     * @throws InterruptedIOException if that took too long; the thread has been interrupted, or will be in a moment
     */
    void end() throws InterruptedIOException {
        if (waiting.remove(Thread.currentThread()) == null) {
            throw new InterruptedIOException("the client kept us waiting for too long");
        }
    }

    /** The calling thread has ended, or failed, whatever it was doing. */
    void forget() {
        waiting.remove(Thread.currentThread());
    }

    private void giveUpTheSlow() {
        long now = System.nanoTime();
        waiting.forEach((thread, since) -> {
            if (now - since > patience && waiting.remove(thread, since)) {
                thread.interrupt();
            }
        });
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
