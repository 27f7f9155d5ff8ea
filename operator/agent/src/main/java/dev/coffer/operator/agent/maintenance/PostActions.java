package dev.coffer.operator.agent.maintenance;

import static dev.coffer.operator.api.backup.PostBackupAction.APPLY_RETENTION_POLICY;
import static dev.coffer.operator.api.backup.PostBackupAction.SEND_REPOSITORY_METRICS;
import static dev.coffer.operator.api.backup.PostBackupAction.VERIFY_REPOSITORY_INTEGRITY;
import static dev.coffer.operator.api.condition.ConditionType.REPOSITORY_INTEGRITY_VERIFIED;
import static dev.coffer.operator.api.condition.ConditionType.REPOSITORY_METRICS_PUSHED;
import static dev.coffer.operator.api.condition.ConditionType.RETENTION_POLICY_APPLIED;

import dev.coffer.backend.wrap.CacheDirectory;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.GroupKey;
import dev.coffer.operator.agent.AbsolutePaths;
import dev.coffer.operator.agent.access.AccessFailures;
import dev.coffer.operator.agent.access.RepositoryAccess;
import dev.coffer.operator.agent.holder.Locking;
import dev.coffer.operator.agent.status.BackupReport;
import dev.coffer.operator.agent.status.RepositoryReport;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.BackupSessionStatus;
import dev.coffer.operator.api.backup.HostBackupPhase;
import dev.coffer.operator.api.backup.HostBackupStats;
import dev.coffer.operator.api.backup.PostBackupAction;
import dev.coffer.operator.api.backup.RetentionPolicy;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.ConditionType;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is done with the repository after the last host of a session. Each action says in a condition how it has ended. */
public final class PostActions {

    private final RepositoryAccess access;
    private final Locking locking;
    private final BackupReport sessionReport;
    private final RepositoryReport repositoryReport;

    public PostActions(
            RepositoryAccess access, Locking locking, BackupReport sessionReport, RepositoryReport repositoryReport) {
        this.access = access;
        this.locking = locking;
        this.sessionReport = sessionReport;
        this.repositoryReport = repositoryReport;
    }

    /** Whether every host of every target has reported. */
    public static boolean areDue(BackupSessionStatus session, int targets) {
        return session.targets().size() == targets
                && session.targets().stream()
                        .allMatch(target ->
                                target.totalHosts() != null && target.stats().size() >= target.totalHosts());
    }

    /**
     * Does what the targets of the session ask for, and what has not been done yet.
     *
     * @throws InterruptedIOException soon after this thread was interrupted
     */
    public void run(
            BackupSession session, RetentionPolicy policy, dev.coffer.operator.api.repository.Repository repository)
            throws InterruptedIOException {
        BackupSessionStatus status = session.getStatus();
        List<PostBackupAction> wanted = PostBackupAction.outstanding(status);
        Optional<Long> removed = wanted.contains(APPLY_RETENTION_POLICY) ? retain(status, policy) : Optional.empty();
        Optional<Boolean> sound = wanted.contains(VERIFY_REPOSITORY_INTEGRITY) ? check() : Optional.empty();
        if (wanted.contains(SEND_REPOSITORY_METRICS)) {
            Optional<Instant> backup = hasSucceeded(status)
                    ? Optional.of(Instant.parse(session.getMetadata().getCreationTimestamp()))
                    : Optional.empty();
            count(repository, sound, removed, backup);
        }
    }

    private Optional<Long> retain(BackupSessionStatus status, RetentionPolicy policy) throws InterruptedIOException {
        if (!hasSucceeded(status)) {
            sessionReport.condition(
                    RETENTION_POLICY_APPLIED,
                    ConditionStatus.UNKNOWN,
                    "Not applied, since a host has failed: old snapshots are kept until all succeed.");
            return Optional.empty();
        }
        return attempt(RETENTION_POLICY_APPLIED, () -> {
            try (Repository repository = access.open()) {
                RetentionRun.Outcome outcome =
                        new RetentionRun(repository, locking, ProgressListener.NONE).apply(policy, groups(status));
                sessionReport.condition(RETENTION_POLICY_APPLIED, ConditionStatus.TRUE, outcome.message());
                return outcome.removed();
            }
        });
    }

    private static boolean hasSucceeded(BackupSessionStatus status) {
        return hosts(status).allMatch(host -> host.phase() == HostBackupPhase.SUCCEEDED);
    }

    /** What this session has written: the snapshots of others have policies of their own. */
    private static Set<GroupKey> groups(BackupSessionStatus status) {
        return hosts(status)
                .flatMap(host -> host.snapshots().stream()
                        .map(snapshot -> GroupKey.ofHostAndPaths(
                                String.valueOf(host.hostname()),
                                Set.of(AbsolutePaths.of(String.valueOf(snapshot.path()))))))
                .collect(Collectors.toSet());
    }

    private static Stream<HostBackupStats> hosts(BackupSessionStatus status) {
        return status.targets().stream().flatMap(target -> target.stats().stream());
    }

    private Optional<Boolean> check() throws InterruptedIOException {
        return attempt(REPOSITORY_INTEGRITY_VERIFIED, () -> {
            Optional<CacheDirectory> cache = temporaryCache();
            Optional<Path> folder = cache.map(CacheDirectory::path);
            try (Repository repository =
                    access.with(access.settings().withCache(folder)).open()) {
                IntegrityCheck.Outcome outcome = new IntegrityCheck(repository, locking).run();
                sessionReport.condition(
                        REPOSITORY_INTEGRITY_VERIFIED,
                        outcome.sound() ? ConditionStatus.TRUE : ConditionStatus.FALSE,
                        outcome.message());
                return outcome.sound();
            } finally {
                if (cache.isPresent()) {
                    cache.get().delete();
                }
            }
        });
    }

    /** The usual cache could hide damage in the store; an empty one still spares reading things twice. */
    private Optional<CacheDirectory> temporaryCache() throws IOException {
        Optional<Path> usual = access.settings().cache();
        return usual.isEmpty() ? Optional.empty() : Optional.of(CacheDirectory.temporary(usual.get()));
    }

    private void count(
            dev.coffer.operator.api.repository.Repository resource,
            Optional<Boolean> sound,
            Optional<Long> removed,
            Optional<Instant> backup)
            throws InterruptedIOException {
        attempt(REPOSITORY_METRICS_PUSHED, () -> {
            try (Repository repository = access.open()) {
                long bytes = repository.packSizes().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                long snapshots = repository.snapshots().listIds().size();
                repositoryReport.write(resource, new RepositoryReport.Facts(bytes, snapshots, sound, removed, backup));
                sessionReport.condition(
                        REPOSITORY_METRICS_PUSHED,
                        ConditionStatus.TRUE,
                        "The status of Repository " + access.storage().name() + " is up to date.");
                return snapshots;
            }
        });
    }

    @FunctionalInterface
    private interface Action<T> {
        T run() throws IOException;
    }

    private <T> Optional<T> attempt(ConditionType condition, Action<T> action) throws InterruptedIOException {
        try {
            return Optional.of(action.run());
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            sessionReport.condition(condition, ConditionStatus.FALSE, AccessFailures.explain(e, access.storage()));
            return Optional.empty();
        }
    }
}
