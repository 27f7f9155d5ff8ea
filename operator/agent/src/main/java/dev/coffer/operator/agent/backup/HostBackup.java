package dev.coffer.operator.agent.backup;

import dev.coffer.engine.archive.Archiver;
import dev.coffer.engine.archive.BackupRequest;
import dev.coffer.engine.archive.BackupSource;
import dev.coffer.engine.archive.BackupSummary;
import dev.coffer.engine.archive.SnapshotLabels;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.host.LocalClock;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import dev.coffer.engine.snapshot.SnapshotSummary;
import dev.coffer.engine.text.Quantities;
import dev.coffer.operator.agent.ProgramVersion;
import dev.coffer.operator.agent.holder.Locking;
import dev.coffer.operator.agent.progress.ProgressMeter;
import dev.coffer.operator.api.UnreadableFilesPolicy;
import dev.coffer.operator.api.backup.FileStats;
import dev.coffer.operator.api.backup.HostBackupPhase;
import dev.coffer.operator.api.backup.HostBackupStats;
import dev.coffer.operator.api.backup.SnapshotStats;
import dev.coffer.operator.api.report.SkippedFiles;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Backs up one host: each of its paths into a snapshot of its own. */
public final class HostBackup {

    private final Repository repository;
    private final Locking locking;
    private final LocalFiles files;
    private final ProgressMeter meter;
    private final Function<IOException, String> explanation;

    /** @param explanation why work on the repository has failed, in words for a status */
    public HostBackup(
            Repository repository,
            Locking locking,
            LocalFiles files,
            ProgressMeter meter,
            Function<IOException, String> explanation) {
        this.repository = repository;
        this.locking = locking;
        this.files = files;
        this.meter = meter;
        this.explanation = explanation;
    }

    /**
     * Takes the snapshots.
     *
     * @return what was done, without the time it took; a path that is not there keeps no other from being backed up
     * @throws InterruptedIOException soon after this thread was interrupted
     * @throws BadRequest if there is no path
     */
    public HostBackupStats run(BackupPlan plan) throws IOException {
        if (plan.paths().isEmpty()) {
            throw new BadRequest("There is nothing to back up: target.paths names no file or folder.");
        }
        List<SnapshotStats> snapshots = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        try (RepositoryLock _ = locking.lock(
                repository, RepositoryLock.Kind.SHARED, Repository.Need.SNAPSHOTS, Repository.Need.INDEX)) {
            backup(plan, snapshots, errors);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            errors.add(explanation.apply(e));
        }
        return stats(plan, snapshots, errors, meter.skipped());
    }

    private void backup(BackupPlan plan, List<SnapshotStats> snapshots, List<String> errors) throws IOException {
        for (String path : plan.paths()) {
            meter.start(path);
            try {
                snapshots.add(stats(path, new Archiver(repository, files, meter).backup(request(plan, path))));
            } catch (BadRequest e) {
                errors.add(path + ": " + e.getMessage());
            }
        }
    }

    private static BackupRequest request(BackupPlan plan, String path) throws IOException {
        BackupArguments arguments = plan.arguments();
        List<String> excludes = new ArrayList<>(plan.exclude());
        excludes.addAll(arguments.exclude());
        SnapshotLabels labels = new SnapshotLabels(
                LocalClock.ofSystem().now(),
                HostIdentity.current().withHostname(plan.host()),
                arguments.tags(),
                excludes,
                "coffer " + ProgramVersion.number());
        BackupSource source = new BackupSource.Targets(List.of(path), "/", arguments.rules(plan.exclude()));
        return BackupRequest.of(source, labels)
                .withParent(arguments.parent())
                .withChanges(arguments.changes())
                .withEstimate(arguments.estimate());
    }

    private static SnapshotStats stats(String path, BackupSummary summary) {
        SnapshotSummary facts = summary.facts();
        FileStats counts = new FileStats(
                facts.totalFilesProcessed(), facts.filesNew(), facts.filesChanged(), facts.filesUnmodified());
        return new SnapshotStats(
                summary.snapshot().orElseThrow().shortHex(),
                path,
                Quantities.bytes(facts.totalBytesProcessed()),
                Quantities.bytes(facts.dataAddedPacked()),
                Quantities.duration(summary.duration()),
                counts);
    }

    private static HostBackupStats stats(
            BackupPlan plan, List<SnapshotStats> snapshots, List<String> errors, Optional<SkippedFiles> skipped) {
        if (skipped.isPresent() && plan.unreadable() == UnreadableFilesPolicy.FAIL) {
            errors.add(skipped.get().inWords()
                    + " could not be read, and the target says unreadableFiles: Fail. The snapshots without them"
                    + " are kept.");
        }
        @Nullable String error = errors.isEmpty() ? null : String.join("; ", errors);
        return new HostBackupStats(
                plan.host(),
                error == null ? HostBackupPhase.SUCCEEDED : HostBackupPhase.FAILED,
                snapshots,
                null,
                error,
                skipped.orElse(null));
    }
}
