package dev.coffer.engine.restore;

import dev.coffer.engine.fs.Entry;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;
import java.io.InterruptedIOException;

/**
 * What the parts of one restore share.
 *
 * @param target absolute path of the target, free of symbolic links
 */
record RestoreRun(
        Repository repository,
        LocalFiles files,
        RestoreRequest request,
        TargetPaths target,
        RestoreProgress progress,
        Ledger ledger) {

    boolean has(RestoreOption option) {
        return request.has(option);
    }

    boolean dryRun() {
        return has(RestoreOption.DRY_RUN);
    }

    /** The entry of a path at the target. */
    Entry entry(String path) {
        return Entry.at(files, target.of(path));
    }

    /** Something that concerns one entry. */
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    /**
     * Runs a step; if it fails, reports that and marks the entry as failed, so that the rest can go on.
     *
     * @throws IOException what makes going on pointless
     */
    void attempt(String path, Step step) throws IOException {
        try {
            step.run();
        } catch (IOException e) {
            failed(path, e);
        }
    }

    /** Reports a failure that concerns one entry, and marks the entry as failed. */
    void failed(String path, IOException reason) throws IOException {
        if (reason instanceof InterruptedIOException || Thread.currentThread().isInterrupted()) {
            throw reason;
        }
        FullDisk.rethrow(reason);
        ledger.record(path, Outcome.FAILED);
        progress.problem(path, reason);
    }
}
