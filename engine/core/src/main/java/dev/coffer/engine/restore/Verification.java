package dev.coffer.engine.restore;

import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.fs.LocalFiles.OpenFile;
import dev.coffer.engine.tasks.TaskGroup;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import java.io.IOException;
import java.util.Optional;

/** Reads again what was written, several files at a time. What was right before the restore was read by the first pass. */
final class Verification implements Pass<Verification> {

    private static final int FILES_AT_A_TIME = 8;

    private final RestoreRun run;
    private final HardLinks links;
    private final TaskGroup tasks;

    private Verification(RestoreRun run, HardLinks links, TaskGroup tasks) {
        this.run = run;
        this.links = links;
        this.tasks = tasks;
    }

    static void run(RestoreRun run, HardLinks links) throws IOException {
        try (TaskGroup tasks = new TaskGroup("verify", FILES_AT_A_TIME)) {
            new SelectiveWalk<>(run, SelectiveWalk.Reporting.REPEATED, new Verification(run, links, tasks)).walk();
            tasks.join();
        }
    }

    @Override
    public Optional<Verification> enter(Level<Verification> level, Optional<Verification> parent) {
        return Optional.of(this);
    }

    @Override
    public void node(Level<Verification> level, Verification folder, String path, Node node) throws IOException {
        boolean written = node.type() == NodeType.FILE
                && run.ledger().of(path) == Outcome.RESTORED
                && links.original(path, node).isEmpty();
        if (written) {
            tasks.fork(() -> run.attempt(path, () -> verify(path, node)));
        }
    }

    private void verify(String path, Node node) throws IOException {
        FileContent content = FileContent.of(node, run.repository().index());
        Comparison comparison = compare(path, content);
        if (!comparison.same()) {
            throw new CorruptData(
                    "The restored file does not hold what the snapshot says: "
                            + (comparison.sameSize()
                                    ? "content differs from byte "
                                            + comparison.differing().getFirst().position() + " on"
                                    : "its size differs")
                            + ". It was changed since, or the disk at the target is faulty; restore it again.",
                    null);
        }
        run.progress().verified();
    }

    private Comparison compare(String path, FileContent content) throws IOException {
        try (OpenFile file = run.files().openForReading(run.target().of(path))) {
            return Comparison.of(file, content);
        }
    }

    @Override
    public void leave(Level<Verification> level, Verification folder) {}
}
