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
    public byte[] load(Handle handle) throws IOException {
        byte[] bytes = super.load(handle);
        if (handle.equals(file) && !evicted) {
            bytes[bytes.length / 2] ^= 1;
        }
        return bytes;
    }

    @Override
    public void evict(Handle handle) {
        evicted |= handle.equals(file);
    }
}
