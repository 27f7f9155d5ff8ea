package dev.coffer.operator.controller.backupsession;

import static dev.coffer.operator.api.condition.ConditionType.BACKUP_SKIPPED;

import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.condition.ConditionStatus;
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
                session, status -> status.targets().isEmpty() ? Beginning.status(session, status, invoker) : status);
    }

    void skip(BackupSession session, String reason, Instant now) {
        editor.add(session, BACKUP_SKIPPED.is(ConditionStatus.TRUE, reason, now));
    }
}
