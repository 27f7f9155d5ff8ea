package dev.coffer.engine.pack;

import dev.coffer.backend.Content;
import dev.coffer.backend.Draft;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.buffer.Segments;
import java.io.InputStream;

/** A file that grows in memory, for stores that want to know its name before they take any of it. */
public final class MemoryDraft implements Draft {

    private final Segments bytes;

    /** @param buffers where memory comes from, and goes to when this is closed */
    public MemoryDraft(BufferPool buffers) {
        this.bytes = new Segments(buffers);
    }

    @Override
    public void write(byte[] added, int offset, int count) {
        bytes.write(added, offset, count);
    }

    @Override
    public long length() {
        return bytes.length();
    }

    @Override
    public InputStream open() {
        return Content.of(bytes.parts()).open();
    }

    @Override
    public void close() {
        bytes.release();
    }
}
