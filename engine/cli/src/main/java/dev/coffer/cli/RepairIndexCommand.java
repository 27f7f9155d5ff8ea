package dev.coffer.cli;

import dev.coffer.engine.repair.IndexRepair;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import java.io.Closeable;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the index fit the packs. */
@Command(
        name = "index",
        description = "Make an index that fits the packs that are there.",
        footerHeading = "%nExample:%n",
        footer = "  coffer repair index --read-all-packs")
final class RepairIndexCommand implements Task {

    private final Session session;

    @Option(
            names = "--read-all-packs",
            description = "Ask all packs what they hold, instead of those alone that do not fit.")
    boolean readAll;

    RepairIndexCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        StageProgress progress = new StageProgress(session);
        RepairReport report = new RepairReport(session);
        try (Repository repository = session.repositories().open();
                Closeable _ = session.lock(repository, RepositoryLock.Kind.EXCLUSIVE)) {
            IndexRepair repair = new IndexRepair(repository, report::note, progress);
            if (readAll) {
                repair.rebuild();
            } else {
                repair.repair();
            }
        }
        progress.end();
        session.say("done");
        return ExitCode.OK;
    }
}
