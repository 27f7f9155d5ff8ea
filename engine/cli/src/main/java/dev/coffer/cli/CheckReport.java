package dev.coffer.cli;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.check.CheckSummary;
import dev.coffer.engine.check.Checker;
import dev.coffer.engine.check.Finding;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;
import java.util.stream.Collectors;

/** Tells what a check finds. */
final class CheckReport {

    private final Session session;
    private long packsNotIndexed;
    private long unreadable;

    CheckReport(Session session) {
        this.session = session;
    }

    /** A checker of a repository whose index has not been loaded; what it finds is told at once. */
    Checker checker(Repository repository) {
        return new Checker(repository, this::tell, new StageProgress(session));
    }

    /** Findings come one at a time. */
    private void tell(Finding finding) {
        if (finding instanceof Finding.PackNotIndexed) {
            packsNotIndexed++;
        }
        if (finding instanceof Finding.PackUnreadable || finding instanceof Finding.SnapshotUnreadable) {
            unreadable++;
        }
        if (!session.json()) {
            if (!(finding instanceof Finding.PackNotIndexed)
                    || session.options().output.verbosity() > 0) {
                session.output().message(finding.message());
            }
        } else if (finding instanceof Finding.Damage) {
            JsonWriter json = new JsonWriter().beginObject();
            json.name("message_type").value("error");
            json.name("message").value(finding.message());
            session.output().message(json.endObject().toString());
        }
    }

    /**
     * Tells the result.
     *
     * @throws CorruptData if the repository is damaged
     */
    void conclude(CheckSummary summary) throws IOException {
        session.output().status("");
        if (session.json()) {
            session.output().line(summary.toJson());
        } else if (packsNotIndexed > 0) {
            session.output()
                    .message(Texts.count(packsNotIndexed, "pack") + " in no index, likely with duplicate data."
                            + " This is harmless; `coffer prune` tidies up.");
        }
        if (summary.isSound()) {
            session.say("no errors were found");
            return;
        }
        throw new CorruptData(
                "the repository contains " + Texts.count(summary.errors(), "error") + ". " + advice(summary), null);
    }

    private String advice(CheckSummary summary) {
        if (unreadable > 0) {
            return "As " + Texts.count(unreadable, "file") + " could not be read, nothing is known of what is in there:"
                    + " see to that first, and check again before you repair or remove anything.";
        }
        if (!summary.brokenPacks().isEmpty()) {
            String packs =
                    summary.brokenPacks().stream().map(ObjectId::toString).collect(Collectors.joining(" "));
            return "Make a copy of the repository if you can, then run `coffer repair packs " + packs
                    + "` (with --from FOLDER or --from-repo REPOSITORY if what is lost may still be there), and `coffer repair"
                    + " snapshots --forget`.";
        }
        return summary.suggestRepairIndex()
                ? "Run `coffer repair index`, then check again."
                : "Make a copy of the repository if you can, then run `coffer repair index` and `coffer repair snapshots"
                        + " --forget`; a new backup may bring back what is lost.";
    }
}
