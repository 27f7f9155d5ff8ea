package dev.coffer.cli;

import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import dev.coffer.engine.rewrite.SnapshotRepair;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes snapshots without what is lost. */
@Command(
        name = "snapshots",
        description = {
            "Make new snapshots from damaged ones, without what is lost; without ids, from all that pass the filters.",
            "",
            "Files lose those pieces that are missing, folders that cannot be read become empty. A new backup of the same"
                    + " files may bring back what is missing, so try that first. The index must list all there is.",
            "",
            "The new snapshots get the tag repaired, unless the old ones go."
        },
        footerHeading = "%nExample:%n",
        footer = "  coffer repair snapshots --dry-run")
final class RepairSnapshotsCommand implements Task {

    private final Session session;

    @Mixin
    final ReplacementOptions replacement = new ReplacementOptions();

    @Mixin
    final FilterOptions filter = new FilterOptions.Usual();

    @Parameters(paramLabel = "SNAPSHOT", arity = "0..*", description = "Ids, or latest.")
    List<String> names = new ArrayList<>();

    /** The snapshot that is being repaired, until something was told of it. */
    private @Nullable StoredSnapshot unnamed;

    RepairSnapshotsCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        try (Repository repository = replacement.open(session);
                Closeable _ = replacement.lock(session, repository, RepositoryLock.Kind.EXCLUSIVE)) {
            List<StoredSnapshot> snapshots = new SnapshotSelection(session, repository, filter).of(names);
            repository.loadIndex(ProgressListener.NONE);
            repair(repository, snapshots);
        }
        return ExitCode.OK;
    }

    private void repair(Repository repository, List<StoredSnapshot> snapshots) throws IOException {
        RewriteReport report = new RewriteReport(session, replacement.original(), replacement.dryRun());
        try (SnapshotRepair repair = new SnapshotRepair(repository, replacement.original(), this::show)) {
            for (StoredSnapshot snapshot : snapshots) {
                unnamed = snapshot;
                session.output().status("looking through " + Texts.snapshot(snapshot));
                report.tell(snapshot, repair.repair(snapshot));
            }
        }
        report.end();
    }

    private void show(ProgressEvent event) {
        if (event instanceof ProgressEvent.Notice(String message)) {
            if (unnamed != null) {
                session.output().message("In " + Texts.snapshot(unnamed) + ":");
                unnamed = null;
            }
            session.output().message("  " + message);
        }
    }
}
