package dev.coffer.operator.agent.status;

import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.backup.BackupSessionStatus;
import dev.coffer.operator.api.backup.BackupTargetStatus;
import dev.coffer.operator.api.backup.HostBackupStats;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.Conditions;
import dev.coffer.operator.api.report.HostProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The status of a BackupSession with something in it changed. */
final class BackupStatuses {

    private BackupStatuses() {}

    static BackupSessionStatus orEmpty(@Nullable BackupSessionStatus status) {
        return status == null ? new BackupSessionStatus(null, null, null, List.of(), List.of(), null, null) : status;
    }

    static BackupSessionStatus withCondition(BackupSessionStatus status, Condition condition) {
        return new BackupSessionStatus(
                status.phase(),
                status.sessionDuration(),
                status.sessionDeadline(),
                Conditions.with(status.conditions(), condition),
                status.targets(),
                status.retried(),
                status.nextRetry());
    }

    /** With one target changed, which is added if it is not there. */
    static BackupSessionStatus withTarget(
            BackupSessionStatus status, @Nullable TargetRef ref, UnaryOperator<BackupTargetStatus> change) {
        List<BackupTargetStatus> targets = new ArrayList<>();
        boolean found = false;
        for (BackupTargetStatus target : status.targets()) {
            boolean wanted = !found && isSame(target.ref(), ref);
            targets.add(wanted ? change.apply(target) : target);
            found |= wanted;
        }
        if (!found) {
            targets.add(change.apply(
                    new BackupTargetStatus(ref, null, null, List.of(), List.of(), List.of(), List.of(), List.of())));
        }
        return new BackupSessionStatus(
                status.phase(),
                status.sessionDuration(),
                status.sessionDeadline(),
                status.conditions(),
                targets,
                status.retried(),
                status.nextRetry());
    }

    /** Whether both name the same object; that one of them leaves out the namespace or the version makes no difference. */
    static boolean isSame(@Nullable TargetRef one, @Nullable TargetRef other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        boolean sameNamespace = one.namespace() == null
                || other.namespace() == null
                || one.namespace().equals(other.namespace());
        return sameNamespace && Objects.equals(one.kind(), other.kind()) && Objects.equals(one.name(), other.name());
    }

    /** With the end of a host's backup instead of its progress, and of what it has reported before. */
    static BackupTargetStatus withHost(BackupTargetStatus target, HostBackupStats host) {
        List<HostBackupStats> stats = Stream.concat(
                        target.stats().stream().filter(other -> !Objects.equals(other.hostname(), host.hostname())),
                        Stream.of(host))
                .toList();
        return with(target, target.conditions(), stats, without(target.progress(), host.hostname()));
    }

    static BackupTargetStatus withProgress(BackupTargetStatus target, HostProgress progress) {
        List<HostProgress> all = Stream.concat(
                        without(target.progress(), progress.hostname()).stream(), Stream.of(progress))
                .toList();
        return with(target, target.conditions(), target.stats(), all);
    }

    static BackupTargetStatus withCondition(BackupTargetStatus target, Condition condition) {
        return with(target, Conditions.with(target.conditions(), condition), target.stats(), target.progress());
    }

    static List<HostProgress> without(List<HostProgress> progress, @Nullable String host) {
        return progress.stream()
                .filter(other -> !Objects.equals(other.hostname(), host))
                .toList();
    }

    private static BackupTargetStatus with(
            BackupTargetStatus target,
            List<Condition> conditions,
            List<HostBackupStats> stats,
            List<HostProgress> progress) {
        return new BackupTargetStatus(
                target.ref(),
                target.totalHosts(),
                target.phase(),
                target.preBackupActions(),
                target.postBackupActions(),
                conditions,
                stats,
                progress);
    }
}
