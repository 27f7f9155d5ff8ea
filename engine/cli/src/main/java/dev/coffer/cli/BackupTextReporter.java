package dev.coffer.cli;

import dev.coffer.engine.archive.BackupSummary;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.snapshot.SnapshotSummary;
import java.io.IOException;
import java.util.Locale;

/** Tells people of a backup. */
final class BackupTextReporter implements BackupReporter {

    private final Session session;
    private final boolean dryRun;
    private final TextReporter progress;

    BackupTextReporter(Session session, boolean dryRun) {
        this.session = session;
        this.dryRun = dryRun;
        this.progress = new TextReporter(session);
    }

    @Override
    public void on(ProgressEvent event) {
        progress.on(event);
    }

    @Override
    public void end(BackupSummary summary) throws IOException {
        progress.close();
        SnapshotSummary facts = summary.facts();
        session.say(summary.parent()
                .map(id -> "Compared with snapshot " + id.shortHex() + ".")
                .orElse("Compared with no snapshot: everything was read."));
        session.say("");
        session.say(counts("Files: ", facts.filesNew(), facts.filesChanged(), facts.filesUnmodified()));
        session.say(counts("Dirs:  ", facts.dirsNew(), facts.dirsChanged(), facts.dirsUnmodified()));
        session.say((dryRun ? "Would add to the repository: " : "Added to the repository: ")
                + Texts.bytes(facts.dataAdded()) + " (" + Texts.bytes(facts.dataAddedPacked()) + " stored)");
        session.say("");
        session.say("processed " + Texts.count(facts.totalFilesProcessed(), "file") + ", "
                + Texts.bytes(facts.totalBytesProcessed()) + " in " + Texts.duration(summary.duration()));
        if (!dryRun) {
            session.say(summary.snapshot()
                    .map(id -> "snapshot " + id.shortHex() + " saved")
                    .orElse("skipped creating snapshot"));
        }
    }

    private static String counts(String what, long added, long changed, long unmodified) {
        return String.format(
                Locale.ROOT, "%s     %5d new, %5d changed, %5d unmodified", what, added, changed, unmodified);
    }

    @Override
    public void close() {
        progress.close();
    }
}
