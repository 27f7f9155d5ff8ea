package dev.coffer.backend.memory;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Knows which files a store had before any of them was changed. Safe for use by any thread. */
final class FormerFiles {

    private final Backend store;

    /** Files that were changed since, as they were; empty if they were not there. */
    private final Map<Handle, Optional<FileInfo>> changed = new HashMap<>();

    FormerFiles(Backend store) {
        this.store = store;
    }

    /** To be called before each change. */
    synchronized void remember(Handle handle) throws IOException {
        if (!changed.containsKey(handle)) {
            changed.put(handle, find(handle));
        }
    }

    private Optional<FileInfo> find(Handle handle) throws IOException {
        try {
            return Optional.of(store.stat(handle));
        } catch (BackendException.Missing _) {
            return Optional.empty();
        }
    }

    synchronized void list(FileType type, Consumer<FileInfo> action) throws IOException {
        store.list(type, file -> {
            if (!changed.containsKey(Handle.of(type, file.name()))) {
                action.accept(file);
            }
        });
        changed.forEach((handle, file) -> {
            if (handle.type() == type) {
                file.ifPresent(action);
            }
        });
    }
}
