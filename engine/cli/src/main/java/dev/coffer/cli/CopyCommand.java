package dev.coffer.cli;

import dev.coffer.engine.copy.SnapshotCopier;
import dev.coffer.engine.errors.FailureText;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import dev.coffer.engine.snapshot.SnapshotList;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies snapshots from another repository. */
@Command(
        name = "copy",
        description = {
            "Copy snapshots from another repository to this one; without ids, all that pass the filters. Those that are there"
                    + " already are passed over.",
            "",
            "Files are not cut anew. So that copies share data with backups, make this repository with 'coffer init"
                    + " --copy-chunker-params'."
        },
        footerHeading = "%nExample:%n",
        footer = "  coffer copy --from-repo /srv/backup --from-password-file ~/.backup-password latest")
final class CopyCommand implements Task {

    private final Session session;

    @Mixin
    final FromOptions from = new FromOptions();

    @Mixin
    final FilterOptions filter = new FilterOptions.Usual();

    @Parameters(paramLabel = "SNAPSHOT", arity = "0..*", description = "Ids, or latest, in the other repository.")
    List<String> names = new ArrayList<>();

    CopyCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        try (Repository source = session.repositories().openOther(from);
                Closeable _ = session.lockForReading(source, Repository.Need.SNAPSHOTS, Repository.Need.INDEX);
                Repository target = session.repositories().open();
                Closeable _ = session.lock(
                        target, RepositoryLock.Kind.SHARED, Repository.Need.SNAPSHOTS, Repository.Need.INDEX)) {
            List<StoredSnapshot> snapshots = new SnapshotSelection(session, source, filter).of(names);
            List<StoredSnapshot> present = present(target);
            source.loadIndex(ProgressListener.NONE);
            target.loadIndex(ProgressListener.NONE);
            copy(source, target, snapshots, present);
        }
        return ExitCode.OK;
    }

    /** One that cannot be read is passed over; at worst, a snapshot is there twice afterwards. */
    private List<StoredSnapshot> present(Repository target) throws IOException {
        SnapshotList list = target.snapshots().list();
        for (SnapshotList.Unreadable snapshot : list.unreadable()) {
            session.output().message("Ignoring snapshot " + snapshot.id() + ": " + FailureText.of(snapshot.failure()));
        }
        return list.sound();
    }

    private void copy(
            Repository source, Repository target, List<StoredSnapshot> snapshots, List<StoredSnapshot> present)
            throws IOException {
        CopyReporter reporter = new CopyReporter(session);
        try (SnapshotCopier copier = new SnapshotCopier(source, target, reporter)) {
            copier.copy(snapshots, present);
        }
        reporter.end();
    }
}
