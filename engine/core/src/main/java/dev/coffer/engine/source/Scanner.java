package dev.coffer.engine.source;

import dev.coffer.engine.fs.FileStat;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Counts what a backup will process, ahead of it, so that progress can be estimated. What cannot be read is not counted;
 * the backup itself reports it. Runs in the calling thread until done or interrupted.
 */
public final class Scanner {

    private final SourceTree source;

    public Scanner(SourceTree source) {
        this.source = source;
    }

    /**
     * What was counted.
     *
     * @param others links, devices, and pipes
     * @param bytes sum of the sizes of the files
     */
    public record Totals(long files, long directories, long others, long bytes) {

        static final Totals NONE = new Totals(0, 0, 0, 0);

        Totals plus(FileStat stat) {
            return switch (stat.kind()) {
                case FILE -> new Totals(files + 1, directories, others, bytes + stat.size());
                case DIRECTORY -> new Totals(files, directories + 1, others, bytes);
                case SYMLINK, BLOCK_DEVICE, CHAR_DEVICE, FIFO, SOCKET, OTHER ->
                    new Totals(files, directories, others + 1, bytes);
            };
        }
    }

    /**
     * Counts everything.
     *
     * @param listener told the totals so far after each folder
     * @throws InterruptedIOException if the thread is interrupted
     */
    public Totals scan(Consumer<Totals> listener) throws InterruptedIOException {
        Deque<SourceEntry> folders = new ArrayDeque<>();
        Totals totals = count(source.root(), Totals.NONE, folders);
        while (!folders.isEmpty()) {
            listener.accept(totals);
            totals = count(entries(folders.pop()), totals, folders);
        }
        listener.accept(totals);
        return totals;
    }

    private Totals count(List<SourceEntry> entries, Totals before, Deque<SourceEntry> folders)
            throws InterruptedIOException {
        Totals totals = before;
        for (SourceEntry entry : entries) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("counting what is to be backed up was interrupted");
            }
            try {
                FileStat stat = source.stat(entry);
                if (source.accepts(entry, stat)) {
                    totals = totals.plus(stat);
                    if (stat.isDirectory()) {
                        folders.push(entry);
                    }
                }
            } catch (IOException unreadable) {
                // Not counted; see the class comment.
            }
        }
        return totals;
    }

    private List<SourceEntry> entries(SourceEntry folder) {
        try {
            return source.entries(folder);
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
