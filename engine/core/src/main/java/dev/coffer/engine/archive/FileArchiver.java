package dev.coffer.engine.archive;

import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.fs.LocalFiles.OpenFile;
import dev.coffer.engine.source.NodeReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Reads files, one after the other, and hands their chunks to the sealers. One thread runs it. */
final class FileArchiver {

    private final WorkQueue<PendingFile> pending;
    private final LocalFiles files;
    private final NodeReader nodes;
    private final ContentCutter cutter;
    private final Journal journal;

    FileArchiver(
            WorkQueue<PendingFile> pending, LocalFiles files, NodeReader nodes, ContentCutter cutter, Journal journal) {
        this.pending = pending;
        this.files = files;
        this.nodes = nodes;
        this.cutter = cutter;
        this.journal = journal;
    }

    /** Goes on until there are no more files. */
    void run() throws IOException {
        for (Optional<PendingFile> file = pending.take(); file.isPresent(); file = pending.take()) {
            archive(file.get());
        }
    }

    /**
     * Reads a file. Its node tells what is open, which need not be what the walk saw, and its size what was read, should it
     * change meanwhile.
     */
    private void archive(PendingFile file) throws InterruptedIOException {
        journal.started(file.path());
        try (OpenFile open = files.openForReading(file.entry().path())) {
            file.describe(nodes.read(file.entry(), open.stat()));
            cutter.cut(file, open::read);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (NoSuchFileException vanished) {
            file.giveUp();
        } catch (IOException e) {
            journal.problem(file.entry().path(), e);
            file.giveUp();
        }
    }
}
