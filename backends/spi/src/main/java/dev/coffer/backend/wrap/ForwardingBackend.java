package dev.coffer.backend.wrap;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendProperties;
import dev.coffer.backend.Content;
import dev.coffer.backend.Draft;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Passes everything on to another store; decorators override what they change. Whatever the other one promises about threads
 * and failures holds for what is not overridden.
 */
public abstract class ForwardingBackend implements Backend {

    private final Backend delegate;

    /** @param delegate closed together with this */
    protected ForwardingBackend(Backend delegate) {
        this.delegate = delegate;
    }

    @Override
    public BackendProperties properties() {
        return delegate.properties();
    }

    @Override
    public String location() {
        return delegate.location();
    }

    @Override
    public void save(Handle handle, Content content) throws IOException {
        delegate.save(handle, content);
    }

    @Override
    public Optional<Draft> draft() throws IOException {
        return delegate.draft();
    }

    @Override
    public byte[] load(Handle handle) throws IOException {
        return delegate.load(handle);
    }

    @Override
    public void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException {
        delegate.load(handle, position, buffer, offset, length);
    }

    @Override
    public FileInfo stat(Handle handle) throws IOException {
        return delegate.stat(handle);
    }

    @Override
    public void list(FileType type, Consumer<FileInfo> action) throws IOException {
        delegate.list(type, action);
    }

    @Override
    public void remove(Handle handle) throws IOException {
        delegate.remove(handle);
    }

    @Override
    public void evict(Handle handle) {
        delegate.evict(handle);
    }

    @Override
    public void warmUp(Iterable<Handle> handles, IntConsumer waiting) throws IOException {
        delegate.warmUp(handles, waiting);
    }

    @Override
    public void close() throws IOException {
        delegate.close();
    }
}
