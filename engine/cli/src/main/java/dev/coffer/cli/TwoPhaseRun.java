package dev.coffer.cli;

import dev.coffer.engine.errors.FailureText;
import dev.coffer.engine.errors.RepositoryException.RepositoryLocked;
import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.prune.PruneOptions;
import dev.coffer.engine.prune.PrunePlan;
import dev.coffer.engine.prune.TwoPhasePrune;
import dev.coffer.engine.prune.TwoPhasePrune.Removal;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What {@code prune --two-phase} does: marks packs beside others, and removes those marked long ago if nobody is in the way. */
final class TwoPhaseRun {

    private final Session session;
    private final Repository repository;
    private final StageProgress progress;
    private final TwoPhasePrune prune;

    TwoPhaseRun(Session session, Repository repository, Duration grace) {
        this.session = session;
        this.repository = repository;
        this.progress = new StageProgress(session);
        this.prune = new TwoPhasePrune(repository, grace, InstantSource.system(), progress);
    }

    void rehearse(PruneOptions options) throws IOException {
        try (Closeable _ = session.lockForReading(repository, Repository.Need.INDEX)) {
            plan(options, true);
        }
        session.say(count(prune.due()) + " that had been marked for the grace period would be looked at.");
    }

    void run(PruneOptions options) throws IOException {
        int marked;
        try (Closeable _ = session.lock(repository, RepositoryLock.Kind.SHARED, Repository.Need.INDEX)) {
            marked = prune.mark(plan(options, false));
            progress.end();
        }
        if (marked > 0) {
            session.say("Marked " + count(marked) + ".");
        }
        int due = prune.due();
        Optional<Removal> removal = due == 0 ? Optional.of(new Removal(0, 0, List.of())) : remove(due);
        if (session.json()) {
            session.output().line(json(marked, due, removal));
        }
        session.say("done");
    }

    private PrunePlan plan(PruneOptions options, boolean dryRun) throws IOException {
        PrunePlan plan = prune.plan(options);
        progress.end();
        new PruneReport(session, dryRun).planned(plan);
        return plan;
    }

    /** Empty if others use the repository: then the packs stay until the next time. */
    private Optional<Removal> remove(int due) throws IOException {
        Closeable lock;
        try {
            lock = session.lock(repository, RepositoryLock.Kind.EXCLUSIVE);
        } catch (RepositoryLocked e) {
            session.output()
                    .message(count(due) + " that had been marked for the grace period can go when nobody else uses the"
                            + " repository; the next `prune --two-phase` tries again. " + FailureText.of(e));
            return Optional.empty();
        }
        try (lock) {
            Removal removal = prune.removeMarked();
            progress.end();
            tell(removal);
            return Optional.of(removal);
        }
    }

    private void tell(Removal removal) throws IOException {
        new RemovalReport(session).failures(removal.failures());
        session.say("Removed " + count(removal.removed()) + " that had been marked."
                + (removal.needed() > 0 ? " Needed again, and kept: " + count(removal.needed()) + "." : ""));
    }

    private static String count(int packs) {
        return Texts.count(packs, "pack");
    }

    private static String json(int marked, int due, Optional<Removal> removal) {
        JsonWriter json = new JsonWriter().beginObject();
        json.name("message_type").value("two_phase");
        json.name("marked").value(marked);
        json.name("removed").value(removal.map(Removal::removed).orElse(0));
        json.name("needed_again").value(removal.map(Removal::needed).orElse(0));
        json.name("waiting").value(removal.isPresent() ? 0 : due);
        return json.endObject().toString();
    }
}
