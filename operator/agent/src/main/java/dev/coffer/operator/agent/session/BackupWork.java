package dev.coffer.operator.agent.session;

import static dev.coffer.operator.api.condition.ConditionType.BACKEND_REPOSITORY_INITIALIZED;

import dev.coffer.engine.errors.FailureText;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.repository.Repository;
import dev.coffer.operator.agent.access.AccessFailures;
import dev.coffer.operator.agent.access.RepositoryAccess;
import dev.coffer.operator.agent.access.Storage;
import dev.coffer.operator.agent.backup.BackupArguments;
import dev.coffer.operator.agent.backup.BackupPlan;
import dev.coffer.operator.agent.backup.HostBackup;
import dev.coffer.operator.agent.progress.ProgressMeter;
import dev.coffer.operator.agent.progress.ProgressPublisher;
import dev.coffer.operator.agent.status.BackupReport;
import dev.coffer.operator.api.UnreadableFilesPolicy;
import dev.coffer.operator.api.backup.HostBackupPhase;
import dev.coffer.operator.api.backup.HostBackupStats;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.time.GoDuration;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The backup of one host for a session, from the objects to a result: whatever goes wrong is a result, too. */
final class BackupWork {

    private final Workplace place;
    private final BackupOrder order;
    private final BackupReport report;
    private final Optional<Path> cache;

    BackupWork(Workplace place, BackupOrder order, BackupReport report, Optional<Path> cache) {
        this.place = place;
        this.order = order;
        this.report = report;
        this.cache = order.wantsCache() ? cache : Optional.empty();
    }

    /**
     * Backs up.
     *
     * @param fallback what is backed up if the target names no path
     * @throws InterruptedIOException soon after this thread was interrupted; then there is nothing to report
     */
    HostBackupStats run(String host, List<String> fallback) throws InterruptedIOException {
        long start = System.nanoTime();
        HostBackupStats stats;
        try {
            stats = backup(host, fallback);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            stats = failed(host, FailureText.of(e));
        }
        return withDuration(stats, Duration.ofNanos(System.nanoTime() - start));
    }

    private HostBackupStats backup(String host, List<String> fallback) throws IOException {
        BackupArguments arguments = BackupArguments.parse(order.arguments());
        String namespace = order.session().getMetadata().getNamespace();
        dev.coffer.operator.api.repository.Repository resource =
                place.cluster().repository(order.invoker().repository(), namespace);
        Storage storage = place.cluster().storage(resource, place.settings().environment());
        RepositoryAccess usual = place.access(storage, cache).telling(report::trouble);
        RepositoryAccess access = usual.with(usual.settings().with(arguments.compression(), arguments.limits()));
        try (Repository repository = open(resource, access)) {
            return backup(repository, storage, plan(host, fallback, arguments));
        }
    }

    private BackupPlan plan(String host, List<String> fallback, BackupArguments arguments) {
        return order.member().target() == null
                ? new BackupPlan(host, fallback, List.of(), arguments, UnreadableFilesPolicy.REPORT)
                : BackupPlan.of(order.member().target(), host, fallback, arguments);
    }

    /** Says in the session how that went. */
    private Repository open(dev.coffer.operator.api.repository.Repository resource, RepositoryAccess access)
            throws IOException {
        try {
            Repository repository = place.openOrInit(resource, access);
            report.condition(
                    BACKEND_REPOSITORY_INITIALIZED,
                    ConditionStatus.TRUE,
                    "The repository at " + access.place() + " can be used.");
            return repository;
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            String reason = AccessFailures.explain(e, access.storage());
            report.condition(BACKEND_REPOSITORY_INITIALIZED, ConditionStatus.FALSE, reason);
            throw new IOException(reason, e);
        }
    }

    private HostBackupStats backup(Repository repository, Storage storage, BackupPlan plan) throws IOException {
        ProgressMeter meter = new ProgressMeter(plan.host(), place.settings().clock());
        try (ProgressPublisher _ = ProgressPublisher.start(
                meter::now, report::progress, place.settings().progressInterval())) {
            return new HostBackup(
                            repository,
                            place.locking(),
                            LocalFiles.host(),
                            meter,
                            failure -> AccessFailures.explain(failure, storage))
                    .run(plan);
        }
    }

    private static HostBackupStats failed(String host, String error) {
        return new HostBackupStats(host, HostBackupPhase.FAILED, List.of(), null, error, null);
    }

    private static HostBackupStats withDuration(HostBackupStats stats, Duration duration) {
        return new HostBackupStats(
                stats.hostname(),
                stats.phase(),
                stats.snapshots(),
                GoDuration.format(duration),
                stats.error(),
                stats.skippedFiles());
    }
}
