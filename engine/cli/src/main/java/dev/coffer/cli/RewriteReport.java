package dev.coffer.cli;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.rewrite.Original;
import dev.coffer.engine.rewrite.RewriteOutcome;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;

/** Tells what has become of snapshots, or would. */
final class RewriteReport {

    private final Session session;
    private final Original original;
    private final boolean dryRun;
    private int changed;

    RewriteReport(Session session, Original original, boolean dryRun) {
        this.session = session;
        this.original = original;
        this.dryRun = dryRun;
    }

    void tell(StoredSnapshot snapshot, RewriteOutcome outcome) throws IOException {
        String old = snapshot.id().shortHex();
        switch (outcome) {
            case RewriteOutcome.Unchanged _ -> {}
            case RewriteOutcome.Saved(ObjectId id) -> {
                changed++;
                session.say(dryRun ? wouldSave(old) : saved(old, id.shortHex()));
            }
            case RewriteOutcome.Removed _ -> {
                changed++;
                session.say(dryRun ? "Would remove snapshot " + old + "." : "Removed snapshot " + old + ".");
            }
            case RewriteOutcome.Lost _ ->
                session.output().message("Nothing is left of snapshot " + old + "; with --forget it is removed.");
        }
    }

    private String saved(String old, String id) {
        return switch (original) {
            case KEPT -> "Snapshot " + old + " stays, beside the new " + id + ".";
            case REMOVED -> "Snapshot " + old + " is now " + id + ".";
        };
    }

    private String wouldSave(String old) {
        return switch (original) {
            case KEPT -> "Would save a changed copy of snapshot " + old + ".";
            case REMOVED -> "Would change snapshot " + old + ".";
        };
    }

    void end() throws IOException {
        session.output().status("");
        session.say((dryRun ? "Would change " : "Changed ") + Texts.count(changed, "snapshot") + ".");
    }
}
