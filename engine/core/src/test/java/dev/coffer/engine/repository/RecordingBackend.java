package dev.coffer.engine.repository;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendProperties;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A store in memory that remembers what was saved in which order, and can be told to fail. */
final class RecordingBackend implements Backend {

    final List<Handle> saved = new CopyOnWriteArrayList<>();
    volatile @Nullable IOException failWith;
    private final MemoryBackend memory = new MemoryBackend();

    @Override
    public void save(Handle handle, Content content) throws IOException {
        IOException failure = failWith;
        if (failure != null) {
            throw failure;
        }
        memory.save(handle, content);
        saved.add(handle);
    }

    List<String> names(FileType type) {
        return List.copyOf((Collection<String>) memory.names(type));
    }

    byte[] bytes(Handle handle) {
        return memory.bytes(handle);
    }

    void overwrite(Handle handle, byte[] bytes) {
        memory.overwrite(handle, bytes);
    }

    @Override
    public BackendProperties properties() {
        return memory.properties();
    }

    @Override
    public String location() {
        return memory.location();
    }

    @Override
    public byte[] load(Handle handle) throws IOException {
        return memory.load(handle);
    }

    @Override
    public void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException {
        memory.load(handle, position, buffer, offset, length);
    }

    @Override
    public FileInfo stat(Handle handle) throws IOException {
        return memory.stat(handle);
    }

    @Override
    public void list(FileType type, Consumer<FileInfo> action) throws IOException {
        memory.list(type, action);
    }

    @Override
    public void remove(Handle handle) throws IOException {
        memory.remove(handle);
    }

    @Override
    public void close() {}
}
