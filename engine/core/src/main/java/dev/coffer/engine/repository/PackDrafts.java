package dev.coffer.engine.repository;

import dev.coffer.backend.Backend;
import dev.coffer.backend.Draft;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.pack.MemoryDraft;
import dev.coffer.engine.pack.PackWriter;
import dev.coffer.engine.pack.PackWriter.FinishedPack;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Begins packs: in files that the store lends, or in memory if it lends none. Closing this removes all those files which were not
 * saved, whatever has become of the packs in them. Safe for use by several threads, but for closing.
 */
final class PackDrafts implements AutoCloseable {

    private final Backend backend;
    private final BufferPool buffers;
    private final Set<Draft> lent = ConcurrentHashMap.newKeySet();

    /** @param buffers for packs in memory */
    PackDrafts(Backend backend, BufferPool buffers) {
        this.backend = backend;
        this.buffers = buffers;
    }

    PackWriter begin() throws IOException {
        Optional<Draft> offered = backend.draft();
        offered.ifPresent(lent::add);
        return new PackWriter(offered.orElseGet(() -> new MemoryDraft(buffers)));
    }

    /** The pack is stored. */
    void end(FinishedPack pack) {
        pack.close();
        lent.remove(pack.content());
    }

    /** Memory is left alone: nobody knows whether the store has stopped reading. */
    @Override
    public void close() {
        lent.forEach(Draft::close);
        lent.clear();
    }
}
