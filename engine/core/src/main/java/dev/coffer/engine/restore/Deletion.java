package dev.coffer.engine.restore;

import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.util.Optional;

/** Removes from the directories that were restored what the snapshot does not hold there. */
final class Deletion implements Pass<String> {

    private final RestoreRun run;
    private final Existing existing;
    private final Removal removal;

    private Deletion(RestoreRun run) {
        this.run = run;
        this.existing = new Existing(run);
        this.removal = new Removal(run);
    }

    static void run(RestoreRun run) throws IOException {
        new SelectiveWalk<>(run, SelectiveWalk.Reporting.REPEATED, new Deletion(run)).walk();
    }

    /** What the pass knows of a directory is its place at the target. */
    @Override
    public Optional<String> enter(Level<String> level, Optional<String> parent) throws IOException {
        String target = run.target().of(level.path());
        try {
            if (!run.dryRun()) {
                existing.requireDirectory(target);
            }
        } catch (IOException e) {
            run.failed(level.path(), e);
            return Optional.empty();
        }
        return Optional.of(target);
    }

    @Override
    public void node(Level<String> level, String folder, String path, Node node) {}

    @Override
    public void leave(Level<String> level, String folder) throws IOException {
        if (!run.ledger().deletionForbidden() && !level.unreadable()) {
            run.attempt(level.path(), () -> removal.removeUnexpected(level));
        }
    }
}
