package dev.coffer.cli;

import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;

/** Shows people the stages of a command about a whole repository, and on a terminal how far each has come. */
final class StageProgress implements ProgressListener {

    private final Session session;

    StageProgress(Session session) {
        this.session = session;
    }

    @Override
    public void on(ProgressEvent event) {
        if (session.json()) {
            return;
        }
        if (event instanceof ProgressEvent.Step(String what, long done, long total)) {
            session.output().status(done + (total > 0 ? " / " + total : "") + " " + what);
        } else if (event instanceof ProgressEvent.Notice(String message)
                && !session.options().output.quiet()) {
            session.output().message(message);
        }
    }

    /** Ends the line on the terminal. */
    void end() {
        session.output().status("");
    }
}
