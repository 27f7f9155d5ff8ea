package dev.coffer.engine.archive;

import dev.coffer.engine.buffer.Buffer;

/** The bytes of one chunk on their way to be sealed. Owned by one thread at a time; the last one closes it. */
final class ChunkBuffer implements AutoCloseable {

    private final ChunkBudget budget;
    private final Buffer buffer;

    ChunkBuffer(ChunkBudget budget, Buffer buffer) {
        this.budget = budget;
        this.buffer = buffer;
    }

    /** The chunk are the first {@link #length} of these. */
    byte[] bytes() {
        return buffer.bytes();
    }

    int length() {
        return buffer.length();
    }

    /** Gives the memory back to the budget. */
    @Override
    public void close() {
        buffer.close();
        budget.giveBack(buffer.length());
    }
}
