package dev.coffer.engine.check;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendProperties;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.util.function.Consumer;

/** A store whose cache holds a damaged copy of one file, until it is told to forget it. */
final class DamagedOnce implements Backend {

    private final Backend inner;
    private final Handle file;
    private volatile boolean evicted;

    DamagedOnce(Backend inner, Handle file) {
        this.inner = inner;
        this.file = file;
    }

    boolean evicted() {
        return evicted;
    }

    @Override
    public byte[] load(Handle handle) throws IOException {
        byte[] bytes = inner.load(handle);
        if (handle.equals(file) && !evicted) {
            bytes[bytes.length / 2] ^= 1;
        }
        return bytes;
    }

    @Override
    public void evict(Handle handle) {
        evicted |= handle.equals(file);
    }

    @Override
    public BackendProperties properties() {
        return inner.properties();
    }

    @Override
    public String location() {
        return inner.location();
    }

    @Override
    public void save(Handle handle, Content content) throws IOException {
        inner.save(handle, content);
    }

    @Override
    public void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException {
        inner.load(handle, position, buffer, offset, length);
    }

    @Override
    public FileInfo stat(Handle handle) throws IOException {
        return inner.stat(handle);
    }

    @Override
    public void list(FileType type, Consumer<FileInfo> action) throws IOException {
        inner.list(type, action);
    }

    @Override
    public void remove(Handle handle) throws IOException {
        inner.remove(handle);
    }

    @Override
    public void close() throws IOException {
        inner.close();
    }
}
