package dev.coffer.cli;

import dev.coffer.engine.progress.ProgressEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How far the work has come, added up from events. Safe for use by any thread. */
final class ProgressState {

    private static final int SHOWN_FILES = 3;

    private final long start = System.nanoTime();
    private final Set<String> current = new LinkedHashSet<>();
    private long totalFiles;
    private long totalBytes;
    private long files;
    private long bytes;
    private long errors;

    /**
     * A moment of the work.
     *
     * @param totalFiles 0 while unknown, like {@code totalBytes}
     * @param current some of the files that are being worked on
     */
    record Moment(
            Duration elapsed,
            long totalFiles,
            long totalBytes,
            long files,
            long bytes,
            long errors,
            List<String> current) {

        /** Time to go at the present average speed; zero while that cannot be told. */
        Duration remaining() {
            if (bytes == 0 || totalBytes <= bytes) {
                return Duration.ZERO;
            }
            return Duration.ofNanos((long) ((double) elapsed.toNanos() / bytes * (totalBytes - bytes)));
        }

        long bytesPerSecond() {
            long millis = Math.max(1, elapsed.toMillis());
            return (long) (bytes * 1000.0 / millis);
        }
    }

    synchronized void add(ProgressEvent event) {
        switch (event) {
            case ProgressEvent.Total total -> setTotal(total.files(), total.bytes());
            case ProgressEvent.ScanFinished scan -> setTotal(scan.files(), scan.bytes());
            case ProgressEvent.Started started -> current.add(started.path());
            case ProgressEvent.Bytes more -> bytes += more.count();
            case ProgressEvent.Saved saved -> finish(saved.path(), !saved.directory());
            case ProgressEvent.Restored restored -> finish(restored.path(), true);
            case ProgressEvent.Problem problem -> {
                errors++;
                current.remove(problem.item());
            }
            case ProgressEvent.Notice _, ProgressEvent.Step _ -> {}
        }
    }

    private void setTotal(long newFiles, long newBytes) {
        totalFiles = newFiles;
        totalBytes = newBytes;
    }

    private void finish(String path, boolean countsAsFile) {
        current.remove(path);
        files += countsAsFile ? 1 : 0;
    }

    synchronized Moment now() {
        List<String> shown = new ArrayList<>(current).subList(0, Math.min(SHOWN_FILES, current.size()));
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        return new Moment(elapsed, totalFiles, totalBytes, files, bytes, errors, List.copyOf(shown));
    }
}
