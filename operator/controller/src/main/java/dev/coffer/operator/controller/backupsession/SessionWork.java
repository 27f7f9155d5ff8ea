package dev.coffer.operator.controller.backupsession;

import static dev.coffer.operator.api.condition.ConditionType.BACKUP_DISRUPTED;
import static dev.coffer.operator.api.condition.ConditionType.DEADLINE_EXCEEDED;

import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.BackupSessionStatus;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.phase.BackupPhases;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.controller.invoker.BackupInvoker;
import dev.coffer.operator.controller.repository.RepositoryState;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.Optional;

/** Has the targets of a session backed up. */
final class SessionWork {

    private final KubernetesClient client;
    private final SessionEditor editor;
    private final Executors executors;

    SessionWork(KubernetesClient client, SessionEditor editor, Executors executors) {
        this.client = client;
        this.editor = editor;
        this.executors = executors;
    }

    /** Takes the steps that are due, and returns the session as it is then. */
    BackupSession advance(BackupSession session, BackupInvoker invoker, Instant now) {
        Optional<Repository> repository = RepositoryState.read(
                        client, invoker.spec().repository(), invoker.namespace())
                .repository();
        BackupSession present = session;
        for (int i = 0; i < Statuses.of(session).targets().size(); i++) {
            TargetWork work = new TargetWork(present, invoker, i);
            if (!BackupPhases.of(work.status()).isFinal()) {
                Verdict verdict = repository
                        .map(found -> executors.advance(work, found, now))
                        .orElseGet(() -> Verdicts.impossible("The Repository is gone; create it again"));
                present = apply(work, verdict, now);
            }
        }
        return present;
    }

    private BackupSession apply(TargetWork work, Verdict verdict, Instant now) {
        return editor.edit(
                        work.session(),
                        status -> Statuses.withTarget(status, work.index(), target -> verdict.apply(target, now)))
                .orElse(work.session());
    }

    /** Ends the work of a session that has taken too long, and returns it as it is then. */
    BackupSession exceed(BackupSession session, BackupInvoker invoker, Instant now) {
        for (int i = 0; i < Statuses.of(session).targets().size(); i++) {
            executors.stop(new TargetWork(session, invoker, i));
        }
        String message = "The backup took longer than spec.timeOut of the " + invoker.kind() + ", "
                + invoker.spec().timeOut() + "; give it more time, or see why it is slow";
        return editor.edit(
                        session,
                        status -> Statuses.withCondition(
                                status, DEADLINE_EXCEEDED.is(ConditionStatus.TRUE, message, now)))
                .orElse(session);
    }

    /** Whether nothing happens to a session any more; says so if it was cut short in what comes after the hosts. */
    boolean isDone(BackupSession session, BackupInvoker invoker, Instant now) {
        BackupSessionStatus status = Statuses.of(session);
        if (!BackupPhases.isComplete(status)) {
            return false;
        } else if (!PostActions.arePending(status)) {
            return true;
        }
        int last = status.targets().size() - 1;
        Optional<String> end = executors.end(new TargetWork(session, invoker, last), now);
        end.ifPresent(reason -> editor.edit(
                session,
                present -> PostActions.arePending(present)
                        ? Statuses.withTarget(
                                present,
                                last,
                                target -> Statuses.withCondition(
                                        target, BACKUP_DISRUPTED.is(ConditionStatus.TRUE, reason, now)))
                        : present));
        return end.isPresent();
    }
}
