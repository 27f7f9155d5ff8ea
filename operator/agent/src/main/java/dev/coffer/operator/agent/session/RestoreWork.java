package dev.coffer.operator.agent.session;

import dev.coffer.engine.errors.FailureText;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.repository.Repository;
import dev.coffer.operator.agent.access.AccessFailures;
import dev.coffer.operator.agent.access.RepositoryAccess;
import dev.coffer.operator.agent.access.Storage;
import dev.coffer.operator.agent.progress.ProgressMeter;
import dev.coffer.operator.agent.progress.ProgressPublisher;
import dev.coffer.operator.agent.restore.HostRestore;
import dev.coffer.operator.agent.restore.RestoreArguments;
import dev.coffer.operator.agent.status.RestoreReport;
import dev.coffer.operator.api.report.SkippedFile;
import dev.coffer.operator.api.report.SkippedFiles;
import dev.coffer.operator.api.restore.HostRestorePhase;
import dev.coffer.operator.api.restore.HostRestoreStats;
import dev.coffer.operator.api.restore.RestoreMember;
import dev.coffer.operator.api.restore.RestoreRule;
import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.api.restore.RestoreTarget;
import dev.coffer.operator.api.time.GoDuration;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The restore of one host for a session, from the objects to a result: whatever goes wrong is a result, too. */
final class RestoreWork {

    private final Workplace place;
    private final RestoreSession session;
    private final RestoreReport report;
    private final Optional<Path> cache;

    RestoreWork(Workplace place, RestoreSession session, RestoreReport report, Optional<Path> cache) {
        this.place = place;
        this.session = session;
        this.report = report;
        this.cache = wantsCache(session) ? cache : Optional.empty();
    }

    private static boolean wantsCache(RestoreSession session) {
        return session.getSpec().tempDir() == null
                || !Boolean.TRUE.equals(session.getSpec().tempDir().disableCaching());
    }

    /**
     * Restores.
     *
     * @throws InterruptedIOException soon after this thread was interrupted; then there is nothing to report
     */
    HostRestoreStats run(String host) throws InterruptedIOException {
        long start = System.nanoTime();
        ProgressMeter meter = new ProgressMeter(host, place.settings().clock());
        @Nullable String error;
        try {
            error = restore(host, meter);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            error = FailureText.of(e);
        }
        return new HostRestoreStats(
                host,
                error == null ? HostRestorePhase.SUCCEEDED : HostRestorePhase.FAILED,
                GoDuration.format(Duration.ofNanos(System.nanoTime() - start)),
                error,
                meter.skipped().orElse(null));
    }

    /** What went wrong; null if nothing did. */
    private @Nullable String restore(String host, ProgressMeter meter) throws IOException {
        RestoreMember member = session.getSpec().members().getFirst();
        RestoreTarget target = member.target();
        if (target == null || target.rules().isEmpty()) {
            throw new BadRequest("spec.target.rules is empty, so nothing says what to restore. A rule such as"
                    + " {\"snapshots\": [\"latest\"]} does.");
        }
        Optional<RestoreRule> rule = target.ruleFor(host);
        if (rule.isEmpty()) {
            report.nothingToRestore(host);
            return null;
        }
        RestoreArguments arguments = RestoreArguments.parse(target.args());
        Storage storage = place.cluster()
                .storage(
                        place.cluster()
                                .repository(
                                        session.getSpec().repository(),
                                        session.getMetadata().getNamespace()),
                        place.settings().environment());
        try {
            return restore(storage, rule.get(), host, arguments, meter);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(AccessFailures.explain(e, storage), e);
        }
    }

    private @Nullable String restore(
            Storage storage, RestoreRule rule, String host, RestoreArguments arguments, ProgressMeter meter)
            throws IOException {
        RepositoryAccess usual = place.access(storage, cache).telling(report::trouble);
        RepositoryAccess access =
                usual.with(usual.settings().with(usual.settings().compression(), arguments.limits()));
        String source = rule.sourceHost() == null || rule.sourceHost().isEmpty() ? host : rule.sourceHost();
        try (Repository repository = access.open();
                ProgressPublisher _ = ProgressPublisher.start(
                        meter::now, report::progress, place.settings().progressInterval())) {
            long problems =
                    new HostRestore(repository, place.locking(), LocalFiles.host(), meter).run(rule, source, arguments);
            return problems == 0 ? null : describe(problems, meter.skipped());
        }
    }

    private static String first(SkippedFiles skipped) {
        SkippedFile first = skipped.files().getFirst();
        return ", first " + first.path() + ": " + first.reason();
    }

    private static String describe(long problems, Optional<SkippedFiles> skipped) {
        String first = skipped.map(RestoreWork::first).orElse("");
        return problems + " problems" + first + "."
                + (LocalFiles.host().privileged()
                        ? ""
                        : " This process is not root, and only root can restore owners: see"
                                + " runtimeSettings.container.securityContext.");
    }
}
