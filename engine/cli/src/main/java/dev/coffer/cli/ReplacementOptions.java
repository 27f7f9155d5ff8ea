package dev.coffer.cli;

import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import dev.coffer.engine.rewrite.Original;
import java.io.Closeable;
import java.io.IOException;
import picocli.CommandLine.Option;

/** What becomes of snapshots of which changed ones are made, and whether anything happens at all. */
final class ReplacementOptions {

    @Option(names = "--forget", description = "Remove the old snapshots, once the new ones are stored.")
    boolean forget;

    @Option(
            names = {"-n", "--dry-run"},
            description = "Store and remove nothing, only tell what would be done.")
    boolean dryRun;

    boolean dryRun() {
        return dryRun;
    }

    Original original() {
        return forget ? Original.REMOVED : Original.KEPT;
    }

    Repository open(Session session) throws IOException {
        return dryRun
                ? session.repositories().openPretending()
                : session.repositories().open();
    }

    /** Whoever only pretends could not store a lock. */
    Closeable lock(Session session, Repository repository, RepositoryLock.Kind kind) throws IOException {
        return dryRun ? () -> {} : session.lock(repository, kind, Repository.Need.SNAPSHOTS, Repository.Need.INDEX);
    }
}
