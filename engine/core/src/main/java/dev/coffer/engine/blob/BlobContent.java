package dev.coffer.engine.blob;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The plain content of a blob, known to be what its id says. Safe for use by any number of threads. */
public sealed interface BlobContent {

    /** A new stream of all bytes, the caller's to close. */
    InputStream open() throws IOException;

    /** Content that lies in memory as it is; nobody changes the array. */
    record Plain(byte[] bytes) implements BlobContent {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** Content too long for that: it is made from its compressed form each time it is read. */
    non-sealed interface Compressed extends BlobContent {}
}
