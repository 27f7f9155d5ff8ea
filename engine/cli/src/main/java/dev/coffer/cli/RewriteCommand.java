package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.filter.PathFilter;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import dev.coffer.engine.rewrite.Original;
import dev.coffer.engine.rewrite.RewriteOutcome;
import dev.coffer.engine.rewrite.RewriteRequest;
import dev.coffer.engine.rewrite.SnapshotRewriter;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes snapshots with less in them, or with other labels. */
@Command(
        name = "rewrite",
        description = {
            "Make new snapshots from old ones, with less in them, or of another host or time; without ids, from all that pass"
                    + " the filters.",
            "",
            "They get the tag rewrite, unless the old ones go. What is not in any snapshot any more stays in the repository"
                    + " until it is pruned."
        },
        footerHeading = "%nExample:%n",
        footer = "  coffer rewrite --exclude '*.iso' --forget --path /home/ann")
final class RewriteCommand implements Task {

    private final Session session;

    @Mixin
    final PathFilterOptions paths = new PathFilterOptions();

    @Option(names = "--new-host", paramLabel = "HOST", description = "Say that the snapshots are of this host.")
    @Nullable
    String newHost;

    @Option(
            names = "--new-time",
            paramLabel = "TIME",
            description = "Say that the snapshots were made then, such as '2025-11-01 22:08:41'.")
    @Nullable
    String newTime;

    @Option(
            names = {"-s", "--snapshot-summary"},
            description = "Record how many files and bytes are in snapshots that do not say so.")
    boolean summary;

    @Mixin
    final ReplacementOptions replacement = new ReplacementOptions();

    @Mixin
    final FilterOptions filter = new FilterOptions.Usual();

    @Parameters(paramLabel = "SNAPSHOT", arity = "0..*", description = "Ids, or latest.")
    List<String> names = new ArrayList<>();

    RewriteCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        RewriteRequest request = request();
        if (request.isEmpty()) {
            throw new BadRequest("Nothing to do: say what to leave out, such as with --exclude, or what to change.");
        }
        boolean removes = request.original() == Original.REMOVED;
        RepositoryLock.Kind kind = removes ? RepositoryLock.Kind.EXCLUSIVE : RepositoryLock.Kind.SHARED;
        try (Repository repository = replacement.open(session);
                Closeable _ = replacement.lock(session, repository, kind)) {
            List<StoredSnapshot> snapshots = new SnapshotSelection(session, repository, filter).of(names);
            repository.loadIndex(ProgressListener.NONE);
            rewrite(repository, request, snapshots);
        }
        return ExitCode.OK;
    }

    private RewriteRequest request() throws IOException {
        RewriteRequest request = RewriteRequest.NOTHING.withOriginal(replacement.original());
        PathFilter wanted = paths.filter(session.environment());
        if (summary || !wanted.equals(PathFilter.ALL)) {
            request = request.withFilter(wanted);
        }
        if (newHost != null && !newHost.isEmpty()) {
            request = request.withHostname(newHost);
        }
        return newTime == null || newTime.isEmpty() ? request : request.withTime(WallClock.parse(newTime));
    }

    private void rewrite(Repository repository, RewriteRequest request, List<StoredSnapshot> snapshots)
            throws IOException {
        RewriteReport report = new RewriteReport(session, request.original(), replacement.dryRun());
        try (SnapshotRewriter rewriter = new SnapshotRewriter(repository, request)) {
            for (StoredSnapshot snapshot : snapshots) {
                session.output().status("rewriting " + Texts.snapshot(snapshot));
                report.tell(snapshot, rewrite(rewriter, snapshot));
            }
        }
        report.end();
    }

    private RewriteOutcome rewrite(SnapshotRewriter rewriter, StoredSnapshot snapshot) throws IOException {
        try {
            return rewriter.rewrite(snapshot);
        } catch (RepositoryException e) {
            session.output().message("Cannot rewrite " + Texts.snapshot(snapshot) + ":");
            throw e;
        }
    }
}
