package dev.coffer.engine.restore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A directory at the target, and what is left to be done in it once all content is written. It is complete when that is
 * done, there and in all directories below it. Filled by the walking thread; then safe for use by any number of threads.
 */
final class PendingFolder {

    private final Optional<PendingFolder> parent;
    private final String path;
    private final Origin origin;
    private final Optional<Metadata> metadata;
    private final List<EntryStep> steps = new ArrayList<>(0);
    private boolean usable = true;

    /** This directory and those right below it, as far as they are not complete. */
    private final AtomicInteger open = new AtomicInteger(1);

    /**
     * A directory.
     *
     * @param metadata empty for the root
     */
    PendingFolder(Optional<PendingFolder> parent, String path, Origin origin, Optional<Metadata> metadata) {
        this.parent = parent;
        this.path = path;
        this.origin = origin;
        this.metadata = metadata;
        parent.ifPresent(folder -> folder.open.incrementAndGet());
    }

    String path() {
        return path;
    }

    Origin origin() {
        return origin;
    }

    Optional<Metadata> metadata() {
        return metadata;
    }

    /** Whether anything may be done in it, which takes that the same is true of all directories on the way to it. */
    boolean usable() {
        return usable && parent.map(PendingFolder::usable).orElse(true);
    }

    void giveUp() {
        usable = false;
    }

    void add(String entryPath, RestoreRun.Step action) {
        steps.add(new EntryStep(entryPath, action));
    }

    List<EntryStep> steps() {
        return steps;
    }

    /** What to do with a directory that is complete. */
    @FunctionalInterface
    interface Completion {
        void complete(PendingFolder folder) throws IOException;
    }

    /** Ends the work in this directory; completes it if nothing is open below it, and then perhaps its parents. */
    void release(Completion completion) throws IOException {
        Optional<PendingFolder> folder = Optional.of(this);
        while (folder.isPresent() && folder.get().open.decrementAndGet() == 0) {
            completion.complete(folder.get());
            folder = folder.get().parent;
        }
    }
}
