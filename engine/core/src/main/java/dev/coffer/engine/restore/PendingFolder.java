package dev.coffer.engine.restore;

import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A directory whose metadata is set when all work on what is in it has ended. The walking thread collects steps; a group
 * of them runs on some other thread.
 */
final class PendingFolder {

    private final Optional<PendingFolder> parent;
    private final String path;
    private final Optional<Node> node;
    private final AtomicInteger open = new AtomicInteger(1);
    private List<Entry> steps = new ArrayList<>();

    /** Work on one entry of the directory. */
    record Entry(String path, RestoreRun.Step step) {}

    PendingFolder(Optional<PendingFolder> parent, String path, Optional<Node> node) {
        this.parent = parent;
        this.path = path;
        this.node = node;
        parent.ifPresent(PendingFolder::retain);
    }

    String path() {
        return path;
    }

    /** Empty for the root. */
    Optional<Node> node() {
        return node;
    }

    /** Collects a step; returns how many there are. */
    int add(String entryPath, RestoreRun.Step step) {
        steps.add(new Entry(entryPath, step));
        return steps.size();
    }

    /** The collected steps, which are to be run once; the directory stays pending until a {@link #release}. */
    List<Entry> takeSteps() {
        List<Entry> taken = steps;
        steps = new ArrayList<>();
        retain();
        return taken;
    }

    private void retain() {
        open.incrementAndGet();
    }

    /** What to do with a directory that is complete. */
    @FunctionalInterface
    interface Completion {
        void complete(PendingFolder folder) throws IOException;
    }

    /** Ends one part of the work; completes the directory if that was the last, and then perhaps its parents. */
    void release(Completion completion) throws IOException {
        Optional<PendingFolder> folder = Optional.of(this);
        while (folder.isPresent() && folder.get().open.decrementAndGet() == 0) {
            completion.complete(folder.get());
            folder = folder.get().parent;
        }
    }
}
