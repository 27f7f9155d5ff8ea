package dev.coffer.cli;

import dev.coffer.backend.Backend;
import dev.coffer.backend.wrap.CacheDirectory;
import dev.coffer.backend.wrap.CachingBackend;
import dev.coffer.engine.check.CheckRequest;
import dev.coffer.engine.check.CheckSummary;
import dev.coffer.engine.check.Checker;
import dev.coffer.engine.check.DataSubset;
import dev.coffer.engine.check.VerifiedPacks;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import dev.coffer.engine.snapshot.SnapshotFilter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks the repository. */
@Command(
        name = "check",
        description = "Check the repository for damage: its structure, and with --read-data every byte.",
        footerHeading = "%nExample:%n",
        footer = "  coffer check --read-data-subset 1/7")
final class CheckCommand implements Task {

    private final Session session;

    @Mixin
    final FilterOptions filter = new FilterOptions.Usual();

    @Option(names = "--read-data", description = "Read all data and verify it.")
    boolean readData;

    @Option(
            names = "--read-data-subset",
            paramLabel = "SUBSET",
            description =
                    "Read a part of the data: n/t for one of t parts, or x%% or a size (10G) for a random choice.")
    @Nullable
    String subset;

    @Option(
            names = "--rotate",
            paramLabel = "1/N",
            description =
                    "Read the N-th part of the data whose verification is the longest ago, so that N checks on this"
                            + " machine read everything.")
    @Nullable
    String rotation;

    @Option(names = "--with-cache", description = "Trust the local copy of the repository's metadata.")
    boolean withCache;

    CheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        DataSubset data = data();
        SnapshotFilter snapshots = filter.filter(session.environment());
        Optional<CacheDirectory> cache = withCache ? Optional.empty() : temporaryCache();
        try (Repository repository = open(cache);
                Closeable _ = session.lockUnlessUnwanted(repository, RepositoryLock.Kind.EXCLUSIVE)) {
            CheckReport report = new CheckReport(session);
            report.conclude(check(repository, report.checker(repository), snapshots, data));
        } finally {
            if (cache.isPresent()) {
                cache.get().delete();
            }
        }
        return ExitCode.OK;
    }

    /** What was verified is remembered also when the check is cut short. */
    private CheckSummary check(Repository repository, Checker checker, SnapshotFilter snapshots, DataSubset data)
            throws IOException {
        if (data instanceof DataSubset.None) {
            return checker.check(new CheckRequest(snapshots::matches, data, new VerifiedPacks()));
        }
        VerificationRecord record =
                VerificationRecord.of(session.environment(), repository.config().id());
        VerifiedPacks verified = record.load();
        try {
            return checker.check(new CheckRequest(snapshots::matches, data, verified));
        } finally {
            record.save(verified);
        }
    }

    private DataSubset data() throws BadRequest {
        if (Stream.of(readData, subset != null, rotation != null)
                        .filter(given -> given)
                        .count()
                > 1) {
            throw new BadRequest("--read-data, --read-data-subset and --rotate cannot be used together");
        }
        if (rotation != null) {
            return DataSubset.parseRotation(rotation);
        }
        if (subset != null) {
            return DataSubset.parse(subset);
        }
        return readData ? new DataSubset.All() : new DataSubset.None();
    }

    /** The usual cache could hide damage in the store; an empty one still spares reading things twice. */
    private Optional<CacheDirectory> temporaryCache() throws IOException {
        Optional<CacheDirectory> usual = session.options().cache.directory(session.environment());
        return usual.isEmpty()
                ? usual
                : Optional.of(CacheDirectory.temporary(usual.get().path()));
    }

    private Repository open(Optional<CacheDirectory> cache) throws IOException {
        if (cache.isEmpty()) {
            return session.repositories().open();
        }
        return session.repositories().open(options -> options.withCache((store, id) -> cached(store, id, cache.get())));
    }

    private static Backend cached(Backend store, String repositoryId, CacheDirectory cache) {
        try {
            return new CachingBackend(store, cache.open(repositoryId));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
