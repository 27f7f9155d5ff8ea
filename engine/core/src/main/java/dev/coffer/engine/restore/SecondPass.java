package dev.coffer.engine.restore;

import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.progress.ProgressEvent.RestoreAction;
import dev.coffer.engine.restore.PendingFolder.Entry;
import dev.coffer.engine.tasks.TaskGroup;
import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;

/**
 * Makes symbolic links, special files and further hard links, removes what does not belong there, and sets metadata: that of
 * a directory after all that is in it. What concerns single entries runs on several threads.
 */
final class SecondPass implements Pass<PendingFolder> {

    /** Entries dealt with by one task. */
    private static final int STEPS_PER_TASK = 64;

    private final RestoreRun run;
    private final LocalFiles files;
    private final HardLinks links;
    private final Removal removal;
    private final MetadataWriter metadata;
    private final OtherFiles others;
    private final TaskGroup tasks;

    private SecondPass(RestoreRun run, HardLinks links, TaskGroup tasks) {
        this.run = run;
        this.files = run.files();
        this.links = links;
        this.removal = new Removal(run);
        this.metadata = new MetadataWriter(run);
        this.others = new OtherFiles(run, metadata);
        this.tasks = tasks;
    }

    static void run(RestoreRun run, HardLinks links) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        try (TaskGroup tasks = new TaskGroup("metadata", cores)) {
            new SelectiveWalk<>(run, SelectiveWalk.Reporting.REPEATED, new SecondPass(run, links, tasks)).walk();
            tasks.join();
        }
    }

    @Override
    public Optional<PendingFolder> enter(Level<PendingFolder> level, Optional<PendingFolder> parent)
            throws IOException {
        try {
            if (!run.dryRun()) {
                requireDirectory(run.target().of(level.path()));
            }
        } catch (IOException e) {
            run.failed(level.path(), e);
            return Optional.empty();
        }
        return Optional.of(new PendingFolder(parent, level.path(), level.node()));
    }

    /** Nothing but a directory stands there unless somebody else is at work; that must not lead us elsewhere. */
    private void requireDirectory(String target) throws IOException {
        if (files.stat(target).kind() != FileStat.Kind.DIRECTORY) {
            throw new FileSystemException(target, null, "cannot restore into it: it is no longer a directory");
        }
    }

    @Override
    public void node(Level<PendingFolder> level, PendingFolder folder, String path, Node node) throws IOException {
        switch (node.type()) {
            case FILE -> file(folder, path, node);
            case SYMLINK, DEV, CHARDEV, FIFO -> {
                if (!run.ledger().failed(path)) {
                    add(folder, path, () -> others.restore(path, node));
                }
            }
            case DIR, SOCKET, IRREGULAR, UNKNOWN -> {}
        }
    }

    private void file(PendingFolder folder, String path, Node node) throws IOException {
        Outcome outcome = run.ledger().of(path);
        Optional<String> original = links.original(path, node);
        if (original.isPresent()) {
            if (outcome != Outcome.FAILED) {
                add(folder, path, () -> others.link(path, original.get(), node));
            }
        } else if (!run.dryRun() && (outcome == Outcome.RESTORED || outcome == Outcome.UNCHANGED)) {
            add(folder, path, () -> metadata.write(run.target().of(path), node));
        }
    }

    private void add(PendingFolder folder, String path, RestoreRun.Step step) throws IOException {
        if (folder.add(path, step) >= STEPS_PER_TASK) {
            start(folder);
        }
    }

    private void start(PendingFolder folder) throws IOException {
        List<Entry> steps = folder.takeSteps();
        tasks.fork(() -> {
            for (Entry entry : steps) {
                run.attempt(entry.path(), entry.step());
            }
            folder.release(this::complete);
        });
    }

    @Override
    public void leave(Level<PendingFolder> level, PendingFolder folder) throws IOException {
        boolean mayDelete = run.has(RestoreOption.DELETE) && !run.ledger().deletionForbidden() && !level.unreadable();
        if (mayDelete) {
            run.attempt(level.path(), () -> removal.removeUnexpected(level));
        }
        start(folder);
        folder.release(this::complete);
    }

    private void complete(PendingFolder folder) throws IOException {
        if (folder.node().isEmpty()) {
            return;
        }
        Node node = folder.node().get();
        String path = folder.path();
        run.attempt(path, () -> {
            if (!run.dryRun()) {
                metadata.write(run.target().of(path), node);
            }
            run.progress().restored(path, RestoreAction.RESTORED, 0);
        });
    }
}
