package dev.coffer.engine.archive;

import dev.coffer.engine.host.LocalClock;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressEvent.Change;
import dev.coffer.engine.progress.ProgressEvent.Phase;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.snapshot.SnapshotSummary;
import dev.coffer.engine.source.Scanner;
import dev.coffer.engine.source.SourceTree;
import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Takes note of what a backup does, as restic counts it, and tells the listener. Safe for use by any number of threads. */
final class Journal {

    private final ProgressListener listener;
    private final OffsetDateTime start = LocalClock.ofSystem().now();
    private final BlobCounts blobs = new BlobCounts();
    private final ChangeCounts files = new ChangeCounts();
    private final ChangeCounts folders = new ChangeCounts();
    private long bytes;
    private long problems;

    Journal(ProgressListener listener) {
        this.listener = listener;
    }

    /** Counts what there is to do and tells it. */
    void scan(SourceTree source) throws IOException {
        long started = System.nanoTime();
        Scanner.Totals totals =
                new Scanner(source).scan(now -> listener.on(new ProgressEvent.Total(now.files(), now.bytes())));
        Duration duration = Duration.ofNanos(System.nanoTime() - started);
        listener.on(new ProgressEvent.ScanFinished(totals.files(), totals.bytes(), duration));
    }

    /** Work on a file has begun. */
    void started(String path) {
        listener.on(new ProgressEvent.Started(path));
    }

    /** So much content of a file was read. */
    void read(long count) {
        listener.on(new ProgressEvent.Bytes(count));
    }

    /** A file was not read because nothing has changed. */
    void unchanged(String path, Node node, long startedNanos) {
        BlobCounts nothing = new BlobCounts();
        count(files, Change.UNCHANGED, node.size(), nothing);
        listener.on(new ProgressEvent.Bytes(node.size()));
        tell(path, Change.UNCHANGED, false, nothing, startedNanos);
    }

    /** A file was read and stored. */
    void saved(PendingFile file, PendingFile.Completed result) {
        Change change = change(file.previous(), result.node());
        count(files, change, result.node().size(), result.added());
        tell(file.path(), change, false, result.added(), file.started());
    }

    /** The tree of a folder was stored. */
    void savedFolder(String path, Optional<Node> previous, Node node, BlobCounts added, long startedNanos) {
        Change change = change(previous, node);
        count(folders, change, 0, added);
        tell(path, change, true, added, startedNanos);
    }

    /** The root tree was stored, which is no folder of anything. */
    synchronized void savedRoot(BlobCounts added) {
        blobs.addAll(added);
    }

    private static Change change(Optional<Node> previous, Node node) {
        if (previous.isEmpty()) {
            return Change.NEW;
        }
        return previous.get().equals(node) ? Change.UNCHANGED : Change.MODIFIED;
    }

    private synchronized void count(ChangeCounts kind, Change change, long size, BlobCounts added) {
        kind.count(change);
        bytes += size;
        blobs.addAll(added);
    }

    private void tell(String path, Change change, boolean folder, BlobCounts added, long startedNanos) {
        listener.on(new ProgressEvent.Saved(
                path,
                folder,
                change,
                Duration.ofNanos(System.nanoTime() - startedNanos),
                added.dataBytes(),
                added.dataStored(),
                added.treeBytes(),
                added.treeStored()));
    }

    /** Something will be missing from the snapshot. */
    void problem(String path, IOException cause) {
        countProblem();
        listener.on(new ProgressEvent.Problem(Phase.ARCHIVAL, path, reason(cause)));
    }

    /** A target of the user is not there. */
    void missing(String target) {
        countProblem();
        listener.on(new ProgressEvent.Notice(target + " does not exist, skipping"));
    }

    private synchronized void countProblem() {
        problems++;
    }

    /** Something went wrong without consequences for the snapshot. */
    void notice(String message) {
        listener.on(new ProgressEvent.Notice(message));
    }

    private static String reason(IOException cause) {
        String reason =
                cause instanceof FileSystemException e && e.getReason() != null ? e.getReason() : cause.getMessage();
        return reason != null ? reason : cause.getClass().getSimpleName();
    }

    synchronized long problems() {
        return problems;
    }

    /** All up to now. */
    synchronized SnapshotSummary summary() {
        return new SnapshotSummary(
                start,
                LocalClock.ofSystem().now(),
                files.added(),
                files.modified(),
                files.unchanged(),
                folders.added(),
                folders.modified(),
                folders.unchanged(),
                blobs.dataBlobs(),
                blobs.treeBlobs(),
                blobs.dataBytes() + blobs.treeBytes(),
                blobs.dataStored() + blobs.treeStored(),
                files.total(),
                bytes,
                new LinkedHashMap<>());
    }
}
