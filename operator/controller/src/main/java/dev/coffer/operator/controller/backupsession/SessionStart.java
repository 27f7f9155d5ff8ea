package dev.coffer.operator.controller.backupsession;

import static dev.coffer.operator.api.condition.ConditionType.BACKUP_SKIPPED;
import static dev.coffer.operator.api.condition.ConditionType.SESSION_QUEUED;

import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.BackupSessionStatus;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.Conditions;
import dev.coffer.operator.controller.invoker.BackupInvoker;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Has sessions begin, or skips them. */
final class SessionStart {

    private final SessionEditor editor;

    SessionStart(SessionEditor editor) {
        this.editor = editor;
    }

    /** The session once it has begun; empty if it is skipped, or the invoker is not known well enough yet. */
    Optional<BackupSession> begin(
            BackupSession session, BackupInvoker invoker, List<BackupSession> siblings, Instant now) {
        if (!Statuses.of(session).targets().isEmpty()) {
            return Optional.of(session);
        } else if (invoker.phase() == null) {
            return Optional.empty();
        }
        Optional<String> reason = Beginning.skip(session, invoker, siblings);
        if (reason.isPresent()) {
            skip(session, reason.get(), now);
            return Optional.empty();
        }
        return editor.edit(
                session, status -> status.targets().isEmpty() ? begun(session, status, invoker, now) : status);
    }

    private static BackupSessionStatus begun(
            BackupSession session, BackupSessionStatus waiting, BackupInvoker invoker, Instant now) {
        BackupSessionStatus status = Beginning.status(session, waiting, invoker);
        return Conditions.isTrue(status.conditions(), SESSION_QUEUED)
                ? Statuses.withCondition(
                        status, SESSION_QUEUED.is(ConditionStatus.FALSE, "It was this session's turn.", now))
                : status;
    }

    /**
     * Says that a session waits for its turn.
     *
     * @param most sessions that are at work at a time
     */
    void queue(BackupSession session, int most, Instant now) {
        String message =
                most + " other BackupSessions come first, which is as many as are at work at a time. This one begins"
                        + " when it is among the first; the operator's --concurrent-sessions says how many these are.";
        editor.add(session, SESSION_QUEUED.is(ConditionStatus.TRUE, message, now));
    }

    void skip(BackupSession session, String reason, Instant now) {
        editor.add(session, BACKUP_SKIPPED.is(ConditionStatus.TRUE, reason, now));
    }
}
