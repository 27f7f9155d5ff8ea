package dev.coffer.server;

import dev.coffer.backend.Content;
import java.io.Closeable;

/**
 * A file that a client has sent, as a whole.
 *
 * @param content is valid until this is closed
 * @param hash SHA-256, in lower-case hex digits
 * @param space to be freed
 */
record Upload(Content content, String hash, Space space) implements Closeable {

    /** Memory or a temporary file. */
    interface Space {
        void free();
    }

    @Override
    public void close() {
        space.free();
    }
}
