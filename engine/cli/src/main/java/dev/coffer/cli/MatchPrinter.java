package dev.coffer.cli;

import dev.coffer.engine.errors.FailureText;
import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.query.FoundNode;
import dev.coffer.engine.query.NameSearch;
import dev.coffer.engine.query.NodeJson;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.text.NativeString;
import java.io.IOException;

/** Prints nodes found by name as they come, snapshot by snapshot: lines, or one JSON array of all snapshots. */
final class MatchPrinter implements NameSearch.Receiver {

    private final Session session;
    private final NodeLine line;
    private final StandardOutput out;
    private boolean anySnapshot;
    private long hits;
    private String heading = "";

    MatchPrinter(Session session, NodeLine line) {
        this.session = session;
        this.line = line;
        this.out = new StandardOutput(session.output());
    }

    void begin() throws IOException {
        if (session.json()) {
            out.append("[");
        }
    }

    void begin(StoredSnapshot snapshot) {
        hits = 0;
        heading = "Found matching entries in snapshot " + snapshot.id().shortHex() + " from "
                + Texts.time(snapshot.snapshot().time());
    }

    @Override
    public void found(FoundNode found) throws IOException {
        if (session.json()) {
            String before = hits > 0 ? "," : anySnapshot ? ",{\"matches\":[" : "{\"matches\":[";
            JsonWriter json = new JsonWriter();
            NodeJson.writeMatch(found, json);
            out.append(before).append(json.toString());
        } else {
            if (hits == 0) {
                session.say(anySnapshot ? "\n" + heading : heading);
            }
            session.output().line(line.of(found));
        }
        anySnapshot = true;
        hits++;
    }

    @Override
    public void unreadable(String path, IOException reason) {
        session.output().message("Cannot search " + NativeString.printable(path) + ": " + FailureText.of(reason));
    }

    void end(StoredSnapshot snapshot) throws IOException {
        if (session.json() && hits > 0) {
            out.append("],\"hits\":" + hits + ",\"snapshot\":\"" + snapshot.id() + "\"}");
        }
    }

    void end() throws IOException {
        if (session.json()) {
            out.append("]\n");
        }
    }
}
