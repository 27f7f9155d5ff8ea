package dev.coffer.engine.archive;

/** The bytes of one chunk on their way to be sealed. Owned by one thread at a time; the last one closes it. */
final class ChunkBuffer implements AutoCloseable {

    private final ChunkBudget budget;
    private final byte[] bytes;

    ChunkBuffer(ChunkBudget budget, byte[] bytes) {
        this.budget = budget;
        this.bytes = bytes;
    }

    /** The chunk and nothing else. */
    byte[] bytes() {
        return bytes;
    }

    /** Gives the memory back to the budget. */
    @Override
    public void close() {
        budget.giveBack(bytes.length);
    }
}
