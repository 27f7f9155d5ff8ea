package dev.coffer.cli;

import dev.coffer.engine.archive.BackupSummary;
import dev.coffer.engine.progress.ProgressListener;
import java.io.IOException;

/** Tells how a backup goes on and how it ended, in one of two forms. */
interface BackupReporter extends ProgressListener, AutoCloseable {

    static BackupReporter of(Session session, boolean dryRun) {
        return session.json() ? new BackupJsonReporter(session, dryRun) : new BackupTextReporter(session, dryRun);
    }

    /** Tells the result. */
    void end(BackupSummary summary) throws IOException;

    @Override
    void close();
}
