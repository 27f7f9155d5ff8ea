package dev.coffer.operator.controller.backupsession;

import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.BackupSessionStatus;
import dev.coffer.operator.api.client.StatusEditor;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.event.Events;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes the status of sessions, and tells people what it says then. */
final class SessionEditor {

    private final StatusEditor<BackupSession, BackupSessionStatus> editor;
    private final Events events;

    SessionEditor(KubernetesClient client, InstantSource clock) {
        this.editor = new StatusEditor<>(client, BackupSession.class);
        this.events = new Events(client, clock, "BackupSession Controller");
    }

    /** Changes the status, and returns the session as it is then; empty if it is gone. */
    Optional<BackupSession> edit(BackupSession session, UnaryOperator<BackupSessionStatus> change) {
        Optional<BackupSession> edited = editor.edit(session, present -> change.apply(Statuses.of(present)));
        edited.ifPresent(present -> events.record(present, SessionEvents.of(Statuses.of(present))));
        return edited;
    }

    /** Says something about the session as a whole. */
    void add(BackupSession session, Condition condition) {
        edit(session, status -> Statuses.withCondition(status, condition));
    }
}
