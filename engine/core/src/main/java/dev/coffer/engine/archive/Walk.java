package dev.coffer.engine.archive;

import java.io.IOException;

/** Passes everything that is to be in the snapshot, once. */
interface Walk {

    /**
     * Goes all the way.
     *
     * @throws IOException if there can be no snapshot
     */
    void run(Outlets out) throws IOException;

    /** Where a walk leaves what it finds: a file to be read goes to the files and, as a step, to the steps. */
    record Outlets(WorkQueue<PendingFile> files, Batches<TreeStep> steps) {}
}
