package dev.coffer.engine.archive;

import dev.coffer.engine.buffer.Buffer;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.SavedBlob;
import java.io.IOException;
import java.util.Optional;

/** Saves chunks, one after the other. One thread runs it. */
final class ChunkSealer {

    private final WorkQueue<ChunkToSeal> chunks;
    private final BufferPool buffers;
    private final ZeroChunks zeros;
    private final BlobSaver saver;
    private final Journal journal;

    ChunkSealer(WorkQueue<ChunkToSeal> chunks, BufferPool buffers, ZeroChunks zeros, BlobSaver saver, Journal journal) {
        this.chunks = chunks;
        this.buffers = buffers;
        this.zeros = zeros;
        this.saver = saver;
        this.journal = journal;
    }

    /** Goes on until there are no more chunks. */
    void run() throws IOException {
        for (Optional<ChunkToSeal> next = chunks.take(); next.isPresent(); next = chunks.take()) {
            ChunkToSeal chunk = next.get();
            SavedBlob saved = seal(chunk);
            PendingFile file = chunk.file();
            file.sealed(chunk.number(), saved).ifPresent(completed -> journal.saved(file, completed));
        }
    }

    private SavedBlob seal(ChunkToSeal chunk) throws IOException {
        try (Buffer content = chunk.chunk().join(buffers)) {
            return zeros.save(content, saver);
        }
    }
}
