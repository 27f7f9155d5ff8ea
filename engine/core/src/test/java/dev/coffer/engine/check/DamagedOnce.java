package dev.coffer.engine.check;

import dev.coffer.backend.Backend;
import dev.coffer.backend.Handle;
import dev.coffer.backend.wrap.ForwardingBackend;
import java.io.IOException;

/** A store whose cache holds a damaged copy of one file, until it is told to forget it. */
final class DamagedOnce extends ForwardingBackend {

    private final Handle file;
    private volatile boolean evicted;

    DamagedOnce(Backend inner, Handle file) {
        super(inner);
        this.file = file;
    }

    boolean evicted() {
        return evicted;
    }

    @Override
    public void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException {
        super.load(handle, position, buffer, offset, length);
        if (handle.equals(file) && !evicted) {
            buffer[offset + length / 2] ^= 1;
        }
    }

    @Override
    public void evict(Handle handle) {
        evicted |= handle.equals(file);
    }
}
