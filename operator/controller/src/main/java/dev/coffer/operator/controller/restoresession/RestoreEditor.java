package dev.coffer.operator.controller.restoresession;

import dev.coffer.operator.api.client.StatusEditor;
import dev.coffer.operator.api.event.ConditionEvents;
import dev.coffer.operator.api.event.Event;
import dev.coffer.operator.api.event.Events;
import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.api.restore.RestoreSessionStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes the status of RestoreSessions, and tells people what it says then. */
final class RestoreEditor {

    private final StatusEditor<RestoreSession, RestoreSessionStatus> editor;
    private final Events events;

    RestoreEditor(KubernetesClient client, InstantSource clock) {
        this.editor = new StatusEditor<>(client, RestoreSession.class);
        this.events = new Events(client, clock, "RestoreSession Controller");
    }

    /** Changes the status, and returns the session as it is then; empty if it is gone. */
    Optional<RestoreSession> edit(RestoreSession session, UnaryOperator<RestoreSessionStatus> change) {
        Optional<RestoreSession> edited = editor.edit(session, present -> change.apply(Statuses.of(present)));
        edited.ifPresent(present ->
                events.record(present, ConditionEvents.of(Statuses.of(present).conditions())));
        return edited;
    }

    /** Tells what happened to a session. */
    void tell(RestoreSession session, Event event) {
        events.record(session, event);
    }
}
