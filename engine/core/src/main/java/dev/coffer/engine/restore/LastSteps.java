package dev.coffer.engine.restore;

import dev.coffer.engine.fs.Entry;
import dev.coffer.engine.progress.ProgressEvent.RestoreAction;
import dev.coffer.engine.tasks.TaskGroup;
import java.io.IOException;
import java.util.List;

/**
 * Does what is left in each directory once all content is written, and sets the metadata of a directory after that of all
 * that is in it. Several directories are dealt with at a time.
 */
final class LastSteps {

    /** Entries and directories dealt with by one task. */
    private static final int STEPS_PER_TASK = 64;

    private final RestoreRun run;
    private final Existing existing;
    private final MetadataWriter metadata;

    private LastSteps(RestoreRun run) {
        this.run = run;
        this.existing = new Existing(run);
        this.metadata = new MetadataWriter(run);
    }

    static void run(RestoreRun run, List<PendingFolder> folders) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        try (TaskGroup tasks = new TaskGroup("metadata", cores)) {
            new LastSteps(run).start(folders, tasks);
            tasks.join();
        }
    }

    private void start(List<PendingFolder> folders, TaskGroup tasks) throws IOException {
        int steps = 0;
        int from = 0;
        for (int to = 1; to <= folders.size(); to++) {
            PendingFolder last = folders.get(to - 1);
            giveUpIfLost(last);
            steps += 1 + last.steps().size();
            if (steps >= STEPS_PER_TASK || to == folders.size()) {
                List<PendingFolder> some = folders.subList(from, to);
                tasks.fork(() -> finish(some));
                from = to;
                steps = 0;
            }
        }
    }

    /** Parents come first, so that no look at a directory leads through one that was replaced. */
    private void giveUpIfLost(PendingFolder folder) throws IOException {
        if (run.dryRun() || !folder.usable()) {
            return;
        }
        try {
            existing.requireDirectory(run.target().of(folder.path()));
        } catch (IOException e) {
            folder.giveUp();
            if (!run.ledger().failed(folder.path())) {
                run.failed(folder.path(), e);
            }
        }
    }

    private void finish(List<PendingFolder> folders) throws IOException {
        for (PendingFolder folder : folders) {
            if (folder.usable()) {
                finish(folder);
            }
            folder.release(this::complete);
        }
    }

    private void finish(PendingFolder folder) throws IOException {
        for (EntryStep step : folder.steps()) {
            if (!run.ledger().failed(step.path())) {
                step.run(run);
            }
        }
    }

    private void complete(PendingFolder folder) throws IOException {
        if (folder.usable() && folder.metadata().isPresent()) {
            Metadata wanted = folder.metadata().get();
            run.attempt(folder.path(), () -> complete(folder, wanted));
        }
    }

    private void complete(PendingFolder folder, Metadata wanted) throws IOException {
        if (!run.dryRun()) {
            setMetadata(folder, wanted);
        }
        run.progress().restored(folder.path(), RestoreAction.RESTORED, 0);
    }

    private void setMetadata(PendingFolder folder, Metadata wanted) throws IOException {
        Entry entry = run.entry(folder.path());
        switch (folder.origin()) {
            case NEW -> metadata.write(entry, wanted);
            case EXISTING -> metadata.correct(entry, wanted);
        }
    }
}
