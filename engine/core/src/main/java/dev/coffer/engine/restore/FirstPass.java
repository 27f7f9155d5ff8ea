package dev.coffer.engine.restore;

import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.tasks.TaskGroup;
import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Optional;

/**
 * Makes directories, decides what to do about each file, and clears directories out of the way of what is none. Files that
 * are there already are compared on other threads.
 */
final class FirstPass implements Pass<FirstPass.Folder> {

    private static final int OWNER_ACCESS = 0700;

    private final RestoreRun run;
    private final LocalFiles files;
    private final HardLinks links;
    private final Existing existing;
    private final Removal removal;
    private final FilePlanner planner;

    /** What is known of a directory at the target. */
    enum Folder {
        /** It was made by this restore, so that nothing is in it but what this restore put there. */
        FRESH,
        EXISTING
    }

    private FirstPass(RestoreRun run, HardLinks links, FilePlanner planner) {
        this.run = run;
        this.files = run.files();
        this.links = links;
        this.existing = new Existing(run);
        this.removal = new Removal(run);
        this.planner = planner;
    }

    /** Runs the pass; returns what is left to be written. */
    static RestorePlan run(RestoreRun run, HardLinks links) throws IOException {
        RestorePlan.Builder plan = new RestorePlan.Builder();
        int cores = Runtime.getRuntime().availableProcessors();
        try (TaskGroup comparisons = new TaskGroup("compare", cores)) {
            FilePlanner planner = new FilePlanner(run, plan, comparisons);
            new SelectiveWalk<>(run, SelectiveWalk.Reporting.FIRST, new FirstPass(run, links, planner)).walk();
            comparisons.join();
        }
        run.progress().tellTotal();
        return plan.build();
    }

    @Override
    public Optional<Folder> enter(Level<Folder> level, Optional<Folder> parent) throws IOException {
        if (parent.isEmpty()) {
            return Optional.of(Folder.EXISTING);
        }
        String target = run.target().of(level.path());
        run.progress().expect(0);
        try {
            return Optional.of(run.dryRun() ? imagine(target, parent.get()) : make(target));
        } catch (IOException e) {
            run.failed(level.path(), e);
            return Optional.empty();
        }
    }

    private Folder imagine(String target, Folder parent) throws IOException {
        boolean there = parent == Folder.EXISTING
                && existing.stat(target).filter(FileStat::isDirectory).isPresent();
        return there ? Folder.EXISTING : Folder.FRESH;
    }

    private Folder make(String target) throws IOException {
        try {
            files.createDirectory(target);
            return Folder.FRESH;
        } catch (FileAlreadyExistsException _) {
            FileStat stat = files.stat(target);
            if (stat.isDirectory()) {
                openUp(target, stat);
                return Folder.EXISTING;
            }
        }
        files.remove(target);
        files.createDirectory(target);
        return Folder.FRESH;
    }

    /** An ordinary user needs access to work in a directory; its permissions are set again at the end. */
    private void openUp(String target, FileStat stat) throws IOException {
        boolean closed = (stat.permissions() & OWNER_ACCESS) != OWNER_ACCESS;
        if (closed && !files.privileged()) {
            files.setPermissions(target, stat.permissions() | OWNER_ACCESS);
        }
    }

    @Override
    public void node(Level<Folder> level, Folder folder, String path, Node node) throws IOException {
        switch (node.type()) {
            case FILE -> file(level, folder, path, node);
            case SYMLINK, DEV, CHARDEV, FIFO -> other(folder, path, node);
            case DIR, SOCKET -> {}
            case IRREGULAR, UNKNOWN -> run.failed(path, new IOException("cannot restore an entry of an unknown type"));
        }
    }

    private void file(Level<Folder> level, Folder folder, String path, Node node) throws IOException {
        links.add(path, node);
        if (links.original(path, node).isPresent()) {
            other(folder, path, node);
        } else {
            run.attempt(path, () -> planner.plan(level.path(), folder, path, node));
        }
    }

    /** What is made in the second pass. */
    private void other(Folder folder, String path, Node node) throws IOException {
        run.progress().expect(0);
        if (folder == Folder.EXISTING && !run.dryRun()) {
            run.attempt(path, () -> clearDirectory(run.target().of(path), node));
        }
    }

    private void clearDirectory(String target, Node node) throws IOException {
        Optional<FileStat> stat = existing.stat(target);
        if (stat.isPresent() && stat.get().isDirectory() && existing.mayReplace(stat.get(), node)) {
            removal.clear(target);
        }
    }

    @Override
    public void leave(Level<Folder> level, Folder folder) {}
}
