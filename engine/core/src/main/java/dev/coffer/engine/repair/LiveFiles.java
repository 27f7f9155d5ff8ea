package dev.coffer.engine.repair;

import dev.coffer.chunker.ChunkReader;
import dev.coffer.chunker.ChunkerLimits;
import dev.coffer.chunker.Polynomial;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.fs.LocalFiles.OpenFile;
import dev.coffer.engine.source.SourceEntry;
import dev.coffer.engine.source.SourceProblems;
import dev.coffer.engine.source.SourceTree;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Files of this machine, cut as a backup cuts them. Where they have not changed since a backup, they hold its data; trees they do
 * not hold. Takes the memory of the longest chunk. For one thread.
 */
public final class LiveFiles implements BlobSource {

    private final SourceTree tree;
    private final LocalFiles files;
    private final ChunkReader chunks;
    private final SourceProblems problems;
    private final byte[] chunk = new byte[ChunkerLimits.RESTIC.max()];

    /**
     * Some files.
     *
     * @param polynomial of the repository that has lost something
     * @param problems told of what cannot be read
     */
    public LiveFiles(SourceTree tree, LocalFiles files, Polynomial polynomial, SourceProblems problems) {
        this.tree = tree;
        this.files = files;
        this.chunks = new ChunkReader(polynomial, ChunkerLimits.RESTIC);
        this.problems = problems;
    }

    /** Reads files until everything is found, at worst all of them. */
    @Override
    public void find(Set<BlobHandle> wanted, Sink sink) throws IOException {
        Set<BlobHandle> left = new HashSet<>(wanted);
        left.removeIf(blob -> blob.type() != BlobType.DATA);
        Deque<SourceEntry> pending = new ArrayDeque<>(tree.root());
        while (!pending.isEmpty() && !left.isEmpty()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("the search in files was interrupted");
            }
            visit(pending.pop(), pending, left, sink);
        }
    }

    private void visit(SourceEntry entry, Deque<SourceEntry> pending, Set<BlobHandle> left, Sink sink)
            throws IOException {
        FileStat stat;
        try {
            stat = tree.stat(entry);
            if (stat.isDirectory()) {
                pending.addAll(tree.entries(entry));
            }
        } catch (IOException e) {
            problems.report(entry.path(), e);
            return;
        }
        if (stat.isFile()) {
            search(entry.path(), left, sink);
        }
    }

    private void search(String path, Set<BlobHandle> left, Sink sink) throws IOException {
        try (OpenFile file = open(path)) {
            search(file, left, sink);
        } catch (FileStream.ReadFailure e) {
            problems.report(path, e.reason());
        }
    }

    private OpenFile open(String path) throws FileStream.ReadFailure {
        try {
            return files.openForReading(path);
        } catch (IOException e) {
            throw new FileStream.ReadFailure(e);
        }
    }

    private void search(OpenFile file, Set<BlobHandle> left, Sink sink) throws IOException {
        FileStream content = new FileStream(file);
        chunks.reset();
        for (int length = chunks.next(content, chunk); length >= 0; length = chunks.next(content, chunk)) {
            BlobHandle blob = BlobHandle.data(ObjectId.of(chunk, 0, length));
            if (left.remove(blob)) {
                sink.found(blob, chunk, length);
            }
        }
    }
}
