package dev.coffer.engine.survival;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.backend.wrap.ForwardingBackend;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was removed from a store, and what of it a power cut may bring back. Safe for use by any thread. */
final class RemovalLog extends ForwardingBackend {

    private final MemoryBackend store;
    private final List<Removal> removals = new ArrayList<>();

    RemovalLog(MemoryBackend store) {
        super(store);
        this.store = store;
    }

    /** A file that was there, with the bytes it had. */
    record Removal(Handle handle, byte[] bytes) {

        void undo(MemoryBackend store) {
            store.overwrite(handle, bytes);
        }
    }

    @Override
    public synchronized void remove(Handle handle) throws IOException {
        boolean there = store.contains(handle);
        byte[] bytes = there ? store.bytes(handle) : new byte[0];
        super.remove(handle);
        removals.add(new Removal(handle, bytes));
    }

    /** All removals, but for those of snapshots and index files before one of a pack: those a local store makes sure of. */
    synchronized List<Removal> undoable() {
        List<Removal> undoable = new ArrayList<>();
        boolean packFollows = false;
        for (Removal removal : removals.reversed()) {
            FileType type = removal.handle().type();
            packFollows |= type == FileType.PACK;
            if (!packFollows || (type != FileType.SNAPSHOT && type != FileType.INDEX)) {
                undoable.add(removal);
            }
        }
        return undoable;
    }
}
