package dev.coffer.cli;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.copy.CopyListener;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;

/** Tells how copying goes on. */
final class CopyReporter implements CopyListener {

    private final Session session;
    private int copied;
    private int present;
    private volatile String current = "";

    CopyReporter(Session session) {
        this.session = session;
    }

    @Override
    public void present(StoredSnapshot source, ObjectId copy) throws IOException {
        present++;
        if (session.options().output.verbosity() > 0) {
            session.say("Snapshot " + source.id().shortHex() + " is there already, as " + copy.shortHex() + ".");
        }
    }

    @Override
    public void started(StoredSnapshot source) {
        current = "copying " + Texts.snapshot(source);
        session.output().status(current);
    }

    @Override
    public void on(ProgressEvent event) {
        if (event instanceof ProgressEvent.Step(String what, long done, long total)) {
            session.output().status(done + " / " + total + " " + what + ", " + current);
        }
    }

    @Override
    public void saved(StoredSnapshot source, ObjectId copy) throws IOException {
        copied++;
        session.say("Snapshot " + source.id().shortHex() + " is now also there, as " + copy.shortHex() + ".");
    }

    void end() throws IOException {
        session.output().status("");
        session.say("Copied " + Texts.count(copied, "snapshot") + "; " + (present == 1 ? "1 was" : present + " were")
                + " there already.");
    }
}
