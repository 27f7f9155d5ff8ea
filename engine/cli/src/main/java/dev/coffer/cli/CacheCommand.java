package dev.coffer.cli;

import dev.coffer.backend.wrap.CacheDirectory;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows and cleans the local copies of metadata. */
@Command(name = "cache", description = "List the local caches of repositories, or delete those not used for long.")
final class CacheCommand implements Task {

    private static final int SHORT_ID = 10;

    private final Session session;

    @Option(names = "--cleanup", description = "Delete the caches that were not used for --max-age days.")
    boolean cleanup;

    @Option(names = "--max-age", paramLabel = "DAYS", description = "What counts as long (default: 30).")
    int maxAge = 30;

    @Option(names = "--no-size", description = "Do not print the sizes.")
    boolean noSize;

    CacheCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        CacheDirectory directory = session.options()
                .cache
                .directory(session.environment())
                .orElseThrow(() -> new BadRequest("There is no cache to look at."));
        Instant limit = Instant.now().minus(Duration.ofDays(maxAge));
        if (cleanup || session.options().cache.cleanup()) {
            int removed = directory.removeUnusedSince(limit).size();
            session.say("Deleted " + Texts.count(removed, "old cache") + " in " + directory.path() + ".");
        } else {
            session.output().lines(table(directory.entries(), limit));
        }
        return ExitCode.OK;
    }

    private List<String> table(List<CacheDirectory.Entry> entries, Instant limit) {
        Table table = noSize
                ? new Table("Repository", "Last used", "Old")
                : new Table("Repository", "Last used", "Old", "Size");
        for (CacheDirectory.Entry entry : entries) {
            String id = entry.repositoryId()
                    .substring(0, Math.min(SHORT_ID, entry.repositoryId().length()));
            String time = Texts.time(entry.lastUsed());
            String old = entry.lastUsed().isBefore(limit) ? "yes" : "";
            if (noSize) {
                table.row(id, time, old);
            } else {
                table.row(id, time, old, Texts.bytes(entry.size()));
            }
        }
        return table.footer(Texts.count(entries.size(), "cache")).lines();
    }
}
