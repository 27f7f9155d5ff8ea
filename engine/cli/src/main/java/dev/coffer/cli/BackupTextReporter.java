package dev.coffer.cli;

import dev.coffer.engine.archive.Anomaly;
import dev.coffer.engine.archive.BackupSummary;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.snapshot.SnapshotSummary;
import dev.coffer.engine.text.Quantities;
import java.io.IOException;

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
        summary.anomaly().ifPresent(this::warn);
    }

    private void warn(Anomaly anomaly) {
        session.output()
                .message(String.format(
                        Quantities.DIGITS,
                        "Warning: %.0f%% of the data is new (never more than %.0f%% in recent backups of these folders), and"
                                + " it does not compress (%.0f%% remain, usually %.0f%%). Encrypted files look like that. If"
                                + " you did not expect it, keep the earlier snapshots, and see what has changed with"
                                + " `coffer diff`.",
                        100 * anomaly.newShare(),
                        100 * anomaly.usualNewShare(),
                        100 * anomaly.packedShare(),
                        100 * anomaly.usualPackedShare()));
    }

    private static String counts(String what, long added, long changed, long unmodified) {
        return String.format(
                Quantities.DIGITS, "%s     %5d new, %5d changed, %5d unmodified", what, added, changed, unmodified);
    }

    @Override
    public void close() {
        progress.close();
    }
}
