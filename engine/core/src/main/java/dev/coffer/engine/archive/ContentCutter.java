package dev.coffer.engine.archive;

import dev.coffer.chunker.Chunker;
import java.io.IOException;
import java.util.Arrays;

/** Cuts content into chunks and hands them to the sealers. Used by one thread at a time. */
final class ContentCutter {

    /** So much is read at a time. Files smaller than a chunk at the least are read, and cut, in one go. */
    private static final int PIECE = 512 << 10;

    private final Chunker chunker;
    private final ChunkBudget budget;
    private final WorkQueue<ChunkToSeal> sealers;
    private final Journal journal;

    /** Holds the chunk in the making; grows to the largest chunk and a piece if need be. */
    private byte[] window = new byte[2 * PIECE];

    ContentCutter(Chunker chunker, ChunkBudget budget, WorkQueue<ChunkToSeal> sealers, Journal journal) {
        this.chunker = chunker;
        this.budget = budget;
        this.sealers = sealers;
        this.journal = journal;
    }

    /** Content to be read from its start to its end. */
    @FunctionalInterface
    interface Content {

        /** Reads {@code length} bytes, fewer only at the end of the content; −1 if there are none. */
        int read(long position, byte[] buffer, int offset, int length) throws IOException;
    }

    /** Reads and cuts the whole content of a file. */
    void cut(PendingFile file, Content content) throws IOException {
        chunker.reset();
        long position = 0;
        int kept = 0;
        int count;
        do {
            makeRoom(kept);
            count = Math.max(0, content.read(position, window, kept, PIECE));
            journal.read(count);
            kept = handOverWholeChunks(file, kept, kept + count);
            position += count;
        } while (count == PIECE);
        if (kept > 0) {
            handOver(file, kept);
        }
        file.endOfContent(position).ifPresent(completed -> journal.saved(file, completed));
    }

    private void makeRoom(int kept) {
        if (window.length - kept < PIECE) {
            window = Arrays.copyOf(
                    window, Math.min(2 * window.length, chunker.limits().max() + PIECE));
        }
    }

    /** Looks for cuts between {@code from} and {@code to}; returns how many bytes remain, which are moved to the front. */
    private int handOverWholeChunks(PendingFile file, int from, int to) throws IOException {
        int end = to;
        int cut = chunker.nextSplitPoint(window, from, end);
        while (cut >= 0) {
            handOver(file, cut);
            end -= cut;
            System.arraycopy(window, cut, window, 0, end);
            cut = chunker.nextSplitPoint(window, 0, end);
        }
        return end;
    }

    /** Copies the chunk, so that reading goes on while it is sealed. */
    private void handOver(PendingFile file, int length) throws IOException {
        ChunkBuffer chunk = budget.copy(window, length);
        sealers.put(new ChunkToSeal(file, file.nextChunk(), chunk));
    }
}
