package dev.coffer.engine.repository;

import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.backend.wrap.ForwardingBackend;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A store in memory that remembers what was saved in which order, and can be told to fail. */
final class RecordingBackend extends ForwardingBackend {

    final List<Handle> saved = new CopyOnWriteArrayList<>();
    volatile @Nullable IOException failWith;
    private final MemoryBackend memory;

    RecordingBackend() {
        this(new MemoryBackend());
    }

    private RecordingBackend(MemoryBackend memory) {
        super(memory);
        this.memory = memory;
    }

    @Override
    public void save(Handle handle, Content content) throws IOException {
        IOException failure = failWith;
        if (failure != null) {
            throw failure;
        }
        super.save(handle, content);
        saved.add(handle);
    }

    List<String> names(FileType type) {
        return List.copyOf(memory.names(type));
    }

    byte[] bytes(Handle handle) {
        return memory.bytes(handle);
    }

    void overwrite(Handle handle, byte[] bytes) {
        memory.overwrite(handle, bytes);
    }
}
