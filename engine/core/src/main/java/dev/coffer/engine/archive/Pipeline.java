package dev.coffer.engine.archive;

import dev.coffer.chunker.Chunker;
import dev.coffer.chunker.ChunkerLimits;
import dev.coffer.chunker.Polynomial;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.tasks.TaskGroup;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** The threads of one backup and what passes between them; see the package's description. Used once. */
final class Pipeline {

    /** Besides a chunk of the largest size, one or two of the usual size for each sealer. */
    private static final long CHUNK_BYTES_PER_SEALER = 2 << 20;

    /** Enough that archivers seldom run out of files, little enough that hardly any node gets old while it waits. */
    private static final int BATCHES_OF_STEPS = 16;

    private static final ChunkerLimits LIMITS = ChunkerLimits.RESTIC;

    private final int sealers = Runtime.getRuntime().availableProcessors();
    private final WorkQueue<PendingFile> files = WorkQueue.unbounded();
    private final Batches<TreeStep> steps = new Batches<>(BATCHES_OF_STEPS);
    private final WorkQueue<ChunkToSeal> chunks = WorkQueue.unbounded();
    private final BufferPool buffers;
    private final ChunkBudget budget;
    private final ZeroChunks zeros = new ZeroChunks(LIMITS.min());
    private final Polynomial polynomial;
    private final ParentTrees parents;
    private final BlobSaver saver;
    private final Journal journal;
    private final Checkpoints checkpoints;
    private final CompletableFuture<TreeArchiver.Root> root = new CompletableFuture<>();

    Pipeline(
            Polynomial polynomial,
            BufferPool buffers,
            ParentTrees parents,
            BlobSaver saver,
            Journal journal,
            Checkpoints checkpoints) {
        long chunkBytes = LIMITS.max() + sealers * CHUNK_BYTES_PER_SEALER;
        this.budget = new ChunkBudget(chunkBytes, LIMITS.max());
        this.buffers = buffers;
        this.polynomial = polynomial;
        this.parents = parents;
        this.saver = saver;
        this.journal = journal;
        this.checkpoints = checkpoints;
    }

    /** A cutter for one more thread. */
    ContentCutter newCutter() {
        return new ContentCutter(new Chunker(polynomial, LIMITS), budget, chunks, journal);
    }

    WorkQueue<PendingFile> files() {
        return files;
    }

    /**
     * Backs up what the walk passes.
     *
     * @param others whom the walk follows, or leaves files to, each on a thread of its own
     */
    TreeArchiver.Root run(Walk walk, Iterable<TaskGroup.Task> others) throws IOException {
        try (TaskGroup threads = TaskGroup.ofPlatformThreads("backup", Integer.MAX_VALUE)) {
            threads.fork(() -> walk(walk));
            for (TaskGroup.Task other : others) {
                threads.fork(other);
            }
            for (int i = 0; i < sealers; i++) {
                threads.fork(new ChunkSealer(chunks, buffers, zeros, saver, journal)::run);
            }
            threads.fork(this::storeTrees);
            threads.join();
        }
        return root.join();
    }

    private void walk(Walk walk) throws IOException {
        walk.run(new Walk.Outlets(files, steps));
        steps.end();
    }

    /** The last to end: once the root tree is stored, there is nothing left to be read or sealed. */
    private void storeTrees() throws IOException {
        root.complete(new TreeArchiver(steps, parents, saver, journal, checkpoints).run());
        files.end();
        chunks.end();
    }
}
