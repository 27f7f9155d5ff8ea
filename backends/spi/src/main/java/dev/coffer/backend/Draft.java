package dev.coffer.backend;

import java.io.Closeable;
import java.io.IOException;

/**
 * A file that grows before its name is known. It is saved as any other content; the store that has lent it then takes it as it
 * is, others copy its bytes.
 *
 * <p>Belongs to whoever began it, who also closes it. For one thread at a time while it grows; whoever hands it on makes sure that
 * the other thread sees what was written. After that, and after it was saved, any number of threads may read it until it is closed,
 * but an interruption of one may end the reading of all. If a write has failed, closing is all that can be done.
 */
public interface Draft extends Content, Closeable {

    /**
     * Adds bytes, which stay the caller's. Does not mind that the thread is interrupted: what others have written before must not
     * be lost to that.
     */
    void write(byte[] bytes, int offset, int count) throws IOException;

    /** Frees what it takes up; it is gone unless it was saved. Idempotent. */
    @Override
    void close();
}
