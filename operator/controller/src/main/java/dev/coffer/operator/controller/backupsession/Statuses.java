package dev.coffer.operator.controller.backupsession;

import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.BackupSessionStatus;
import dev.coffer.operator.api.backup.BackupTargetStatus;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.Conditions;
import dev.coffer.operator.api.phase.BackupPhases;
import dev.coffer.operator.api.report.HostProgress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes of the status of a BackupSession. All results have the phases that follow from them. */
final class Statuses {

    private Statuses() {}

    static BackupSessionStatus of(BackupSession session) {
        BackupSessionStatus status = session.getStatus();
        return status == null ? new BackupSessionStatus(null, null, null, List.of(), List.of(), null, null) : status;
    }

    static BackupSessionStatus withCondition(BackupSessionStatus status, Condition condition) {
        return copy(status, Conditions.with(status.conditions(), condition), status.targets());
    }

    /** The status of a session that begins with targets. */
    static BackupSessionStatus begin(
            BackupSessionStatus status, List<BackupTargetStatus> targets, @Nullable Instant deadline) {
        return settled(new BackupSessionStatus(
                null, null, deadline, status.conditions(), targets, status.retried(), status.nextRetry()));
    }

    static BackupSessionStatus withTarget(
            BackupSessionStatus status, int index, UnaryOperator<BackupTargetStatus> change) {
        List<BackupTargetStatus> targets = new ArrayList<>(status.targets());
        targets.set(index, change.apply(targets.get(index)));
        return copy(status, status.conditions(), targets);
    }

    static BackupTargetStatus withCondition(BackupTargetStatus target, Condition condition) {
        return copy(target, target.totalHosts(), Conditions.with(target.conditions(), condition), target.progress());
    }

    static BackupTargetStatus withHosts(BackupTargetStatus target, int hosts) {
        return copy(target, hosts, target.conditions(), target.progress());
    }

    /** The target with a host at work. */
    static BackupTargetStatus withHostAtWork(BackupTargetStatus target, String host, Instant now) {
        if (target.progress().stream().anyMatch(progress -> host.equals(progress.hostname()))) {
            return target;
        }
        List<HostProgress> progress = new ArrayList<>(target.progress());
        progress.add(
                new HostProgress(host, null, null, null, null, null, null, null, now.truncatedTo(ChronoUnit.SECONDS)));
        return copy(target, target.totalHosts(), target.conditions(), progress);
    }

    static BackupSessionStatus withDuration(BackupSessionStatus status, String duration) {
        return settled(new BackupSessionStatus(
                status.phase(),
                duration,
                status.sessionDeadline(),
                status.conditions(),
                status.targets(),
                status.retried(),
                status.nextRetry()));
    }

    static BackupSessionStatus withRetry(BackupSessionStatus status, boolean retried, Instant time) {
        return settled(new BackupSessionStatus(
                status.phase(),
                status.sessionDuration(),
                status.sessionDeadline(),
                status.conditions(),
                status.targets(),
                retried ? Boolean.TRUE : status.retried(),
                time));
    }

    private static BackupSessionStatus copy(
            BackupSessionStatus status, List<Condition> conditions, List<BackupTargetStatus> targets) {
        return settled(new BackupSessionStatus(
                status.phase(),
                status.sessionDuration(),
                status.sessionDeadline(),
                conditions,
                targets,
                status.retried(),
                status.nextRetry()));
    }

    private static BackupSessionStatus settled(BackupSessionStatus status) {
        return new BackupSessionStatus(
                BackupPhases.of(status),
                status.sessionDuration(),
                status.sessionDeadline(),
                status.conditions(),
                status.targets().stream().map(Statuses::settled).toList(),
                status.retried(),
                status.nextRetry());
    }

    private static BackupTargetStatus settled(BackupTargetStatus target) {
        return new BackupTargetStatus(
                target.ref(),
                target.totalHosts(),
                BackupPhases.of(target),
                target.preBackupActions(),
                target.postBackupActions(),
                target.conditions(),
                target.stats(),
                target.progress());
    }

    private static BackupTargetStatus copy(
            BackupTargetStatus target,
            @Nullable Integer hosts,
            List<Condition> conditions,
            List<HostProgress> progress) {
        return new BackupTargetStatus(
                target.ref(),
                hosts,
                target.phase(),
                target.preBackupActions(),
                target.postBackupActions(),
                conditions,
                target.stats(),
                progress);
    }
}
