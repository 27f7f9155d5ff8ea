package dev.coffer.cli;

import dev.coffer.engine.errors.FailureText;
import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.query.FoundObject;
import dev.coffer.engine.query.ObjectSearch;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.text.NativeString;
import java.io.IOException;

/** Prints the places where objects are used as they come: lines, or one JSON array. */
final class ObjectPrinter implements ObjectSearch.Receiver {

    private final Session session;
    private final StandardOutput out;
    private boolean any;

    ObjectPrinter(Session session) {
        this.session = session;
        this.out = new StandardOutput(session.output());
    }

    void begin() throws IOException {
        if (session.json()) {
            out.append("[");
        }
    }

    @Override
    public void found(FoundObject found) throws IOException {
        if (session.json()) {
            JsonWriter json = new JsonWriter();
            found.writeTo(json);
            out.append(any ? "," : "").append(json.toString());
            any = true;
            return;
        }
        StoredSnapshot snapshot = found.snapshot();
        session.output().line("Found " + found.kind() + " " + found.blob().id());
        if (found.parentTree().isPresent()) {
            session.output().line(" ... in file " + found.path());
            session.output().line("     (tree " + found.parentTree().get() + ")");
        } else {
            session.output().line(" ... path " + found.path());
        }
        session.output()
                .line(" ... in snapshot " + snapshot.id().shortHex() + " ("
                        + Texts.time(snapshot.snapshot().time()) + ")");
    }

    @Override
    public void unreadable(String path, IOException reason) {
        session.output().message("Cannot search " + NativeString.printable(path) + ": " + FailureText.of(reason));
    }

    void end() throws IOException {
        if (session.json()) {
            out.append("]\n");
        }
    }
}
