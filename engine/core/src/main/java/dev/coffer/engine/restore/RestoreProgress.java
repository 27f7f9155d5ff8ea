package dev.coffer.engine.restore;

import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressEvent.Phase;
import dev.coffer.engine.progress.ProgressEvent.RestoreAction;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.text.NativeString;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a restore does and tells the listener. Safe for use by any number of threads. */
final class RestoreProgress {

    /** The total is told again after so many more entries. */
    private static final int TOTAL_INTERVAL = 256;

    private final ProgressListener listener;
    private final long start = System.nanoTime();
    private final LongAdder filesRestored = new LongAdder();
    private final LongAdder filesSkipped = new LongAdder();
    private final LongAdder filesDeleted = new LongAdder();
    private final LongAdder bytesRestored = new LongAdder();
    private final LongAdder bytesSkipped = new LongAdder();
    private final LongAdder filesVerified = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private long totalFiles;
    private long totalBytes;

    RestoreProgress(ProgressListener listener) {
        this.listener = listener;
    }

    /** For those who have more to tell than what becomes of entries. */
    ProgressListener listener() {
        return listener;
    }

    /** One more entry is to be restored. */
    synchronized void expect(long bytes) {
        totalFiles++;
        totalBytes += bytes;
        if (totalFiles % TOTAL_INTERVAL == 0) {
            tellTotal();
        }
    }

    synchronized void tellTotal() {
        listener.on(new ProgressEvent.Total(totalFiles, totalBytes));
    }

    void written(long bytes) {
        if (bytes > 0) {
            bytesRestored.add(bytes);
            listener.on(new ProgressEvent.Bytes(bytes));
        }
    }

    void restored(String path, RestoreAction action, long size) {
        filesRestored.increment();
        listener.on(new ProgressEvent.Restored(path, action, size));
    }

    void skipped(String path, long size) {
        filesSkipped.increment();
        bytesSkipped.add(size);
        listener.on(new ProgressEvent.Restored(path, RestoreAction.UNCHANGED, size));
    }

    void deleted(String target) {
        filesDeleted.increment();
        listener.on(new ProgressEvent.Restored(target, RestoreAction.DELETED, 0));
    }

    void verified() {
        filesVerified.increment();
    }

    void problem(String path, String message) {
        errors.increment();
        listener.on(new ProgressEvent.Problem(Phase.RESTORE, NativeString.printable(path), message));
    }

    void problem(String path, IOException reason) {
        problem(path, message(reason));
    }

    private static String message(IOException e) {
        if (e instanceof FileSystemException f && f.getReason() == null) {
            return f.getFile() + ": " + words(f.getClass().getSimpleName());
        }
        return String.valueOf(e.getMessage());
    }

    /** {@code NotDirectoryException} and its like carry nothing but a name: "not directory". */
    private static String words(String className) {
        return className
                .replace("Exception", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    synchronized RestoreSummary summary() {
        return new RestoreSummary(
                Duration.ofNanos(System.nanoTime() - start),
                totalFiles,
                filesRestored.sum(),
                filesSkipped.sum(),
                filesDeleted.sum(),
                totalBytes,
                bytesRestored.sum(),
                bytesSkipped.sum(),
                filesVerified.sum(),
                errors.sum());
    }
}
