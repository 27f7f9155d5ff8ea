package dev.coffer.engine.restore;

import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.progress.ProgressEvent.RestoreAction;
import dev.coffer.engine.restore.FirstPass.Folder;
import dev.coffer.engine.restore.PlannedFile.Origin;
import dev.coffer.engine.tasks.TaskGroup;
import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.util.Optional;

/** Decides what to do about one regular file after the other, and enters into the plan what has to be written. */
final class FilePlanner {

    private final RestoreRun run;
    private final RestorePlan.Builder plan;
    private final TaskGroup comparisons;
    private final Existing existing;

    FilePlanner(RestoreRun run, RestorePlan.Builder plan, TaskGroup comparisons) {
        this.run = run;
        this.plan = plan;
        this.comparisons = comparisons;
        this.existing = new Existing(run);
    }

    /** A file on its way into the plan. */
    private record Candidate(String folder, String path, Node node, FileContent content) {}

    void plan(String folderPath, Folder folder, String path, Node node) throws IOException {
        Optional<FileStat> stat = folder == Folder.FRESH
                ? Optional.empty()
                : existing.stat(run.target().of(path));
        if (stat.isPresent() && !existing.mayReplace(stat.get(), node)) {
            leave(path, Outcome.LEFT_ALONE, node.size());
            return;
        }
        FileContent content = FileContent.of(node, run.repository().index());
        Candidate file = new Candidate(folderPath, path, node, content);
        if (stat.isEmpty() || !stat.get().isFile()) {
            add(file, Origin.NEW, Comparison.nothing(content));
        } else if (existing.isTrusted(stat.get(), node, content.size())) {
            leave(path, Outcome.UNCHANGED, content.size());
        } else {
            comparisons.fork(() -> run.attempt(path, () -> compare(file, stat.get())));
        }
    }

    private void leave(String path, Outcome outcome, long size) {
        run.ledger().record(path, outcome);
        run.progress().skipped(path, size);
    }

    private void compare(Candidate file, FileStat stat) throws IOException {
        Comparison comparison = compareIfReadable(file);
        if (comparison.same()) {
            leave(file.path(), Outcome.UNCHANGED, file.content().size());
        } else if (stat.links() > 1) {
            // Writing into it would change it under its other names too.
            add(file, Origin.NEW, Comparison.nothing(file.content()));
        } else {
            add(file, Origin.EXISTING, comparison);
        }
    }

    /** What cannot be read, by an ordinary user, can perhaps still be written. */
    private Comparison compareIfReadable(Candidate file) {
        try {
            return Comparison.of(run.files(), run.target().of(file.path()), file.content());
        } catch (IOException _) {
            return Comparison.nothing(file.content());
        }
    }

    private void add(Candidate file, Origin origin, Comparison comparison) {
        long size = file.content().size();
        run.progress().expect(size);
        if (run.dryRun()) {
            run.progress().written(size);
            run.progress().restored(file.path(), action(origin), size);
            return;
        }
        run.progress().written(size - comparison.differingBytes());
        PlannedFile planned = new PlannedFile(
                file.folder(),
                file.node().name(),
                size,
                origin,
                comparison.differing().size());
        if (size != file.node().size()) {
            planned.fail();
            run.ledger().record(file.path(), Outcome.FAILED);
            run.progress()
                    .problem(
                            file.path(),
                            "the snapshot gives its size as "
                                    + Long.toUnsignedString(file.node().size()) + " bytes, but its content has " + size
                                    + "; the content was restored, its metadata was not");
        }
        plan.add(planned, comparison.differing());
    }

    static RestoreAction action(Origin origin) {
        return origin == Origin.NEW ? RestoreAction.RESTORED : RestoreAction.UPDATED;
    }
}
