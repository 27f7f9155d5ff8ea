package dev.coffer.cli;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.prune.PruneExecutor;
import dev.coffer.engine.prune.PruneOptions;
import dev.coffer.engine.prune.PrunePlan;
import dev.coffer.engine.prune.PrunePlanner;
import dev.coffer.engine.repository.FileRemoval;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** What {@code prune} does once it holds the lock, and {@code forget --prune} after it has removed snapshots. */
final class PruneRun {

    private final Session session;
    private final Repository repository;
    private final StageProgress progress;

    PruneRun(Session session, Repository repository) {
        this.session = session;
        this.repository = repository;
        this.progress = new StageProgress(session);
    }

    /** How a plan is carried out. */
    interface Execution {
        List<FileRemoval.Failure> execute(PruneExecutor executor, PrunePlan plan) throws IOException;
    }

    PrunePlan plan(PruneOptions options, Set<ObjectId> removed) throws IOException {
        repository.loadIndex(progress);
        PrunePlan plan = new PrunePlanner(repository, progress).plan(options, removed);
        progress.end();
        return plan;
    }

    void execute(PrunePlan plan, Execution execution) throws IOException {
        List<FileRemoval.Failure> failures = execution.execute(new PruneExecutor(repository, progress), plan);
        progress.end();
        new RemovalReport(session).failures(failures);
        session.say("done");
    }
}
