package dev.coffer.cli;

import dev.coffer.engine.errors.FailureText;
import dev.coffer.engine.repository.FileRemoval;
import java.util.List;

/** Tells which packs a prune could not remove. */
final class RemovalReport {

    private final Session session;

    RemovalReport(Session session) {
        this.session = session;
    }

    void failures(List<FileRemoval.Failure> failures) {
        for (FileRemoval.Failure failure : failures) {
            session.output()
                    .message("cannot remove pack " + failure.id() + ": " + FailureText.of(failure.reason())
                            + " It does no harm; the next prune tries again.");
        }
    }
}
