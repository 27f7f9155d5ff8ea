package dev.coffer.engine.archive;

import dev.coffer.engine.buffer.Buffer;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.buffer.Segments;

/** The bytes of one chunk on their way to be sealed. Owned by one thread at a time; the last one joins them. */
final class ChunkBuffer {

    private final ChunkBudget budget;
    private final Segments content;

    ChunkBuffer(ChunkBudget budget, Segments content) {
        this.budget = budget;
        this.content = content;
    }

    /**
     * Gives the memory back to the budget, and all bytes in one array, which is the caller's to close.
     *
     * @param buffers where that comes from if need be
     */
    Buffer join(BufferPool buffers) {
        int length = Math.toIntExact(content.length());
        Buffer joined = content.join(buffers);
        budget.giveBack(length);
        return joined;
    }
}
