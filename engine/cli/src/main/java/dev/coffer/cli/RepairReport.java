package dev.coffer.cli;

import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.repair.RepairNote;

/** Tells what {@code repair} comes upon. */
final class RepairReport {

    private final Session session;

    RepairReport(Session session) {
        this.session = session;
    }

    void note(RepairNote note) {
        if (!session.json()) {
            session.output().message(note.message());
            return;
        }
        JsonWriter json = new JsonWriter().beginObject();
        json.name("message_type").value("error");
        json.name("message").value(note.message());
        session.output().message(json.endObject().toString());
    }
}
