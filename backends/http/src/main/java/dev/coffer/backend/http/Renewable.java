package dev.coffer.backend.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Something that requests need and that expires, such as a token: fetched when it is first needed, and again when it is
 * found expired. For any number of threads, only one of which fetches while the others wait.
 */
public final class Renewable<T> {

    private final Source<T> source;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable T current;

    public Renewable(Source<T> source) {
        this.source = source;
    }

    /** Where a new one comes from. */
    @FunctionalInterface
    public interface Source<T> {
        T fetch() throws IOException;
    }

    /** The one that is in use. */
    public T get() throws IOException {
        return after(null);
    }

    /**
     * Another one than what {@link #get()} gave before and what has expired since. If another thread has fetched one
     * meanwhile, it is that.
     */
    public T renew(T expired) throws IOException {
        return after(expired);
    }

    /** Has the next {@link #get()} fetch another one, if this one is still in use. */
    public void forget(T doubtful) {
        lock.lock();
        try {
            if (doubtful.equals(current)) {
                current = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private T after(@Nullable T expired) throws IOException {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while another thread logs in").initCause(e);
        }
        try {
            T known = current;
            if (known == null || known.equals(expired)) {
                known = source.fetch();
                current = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }
}
