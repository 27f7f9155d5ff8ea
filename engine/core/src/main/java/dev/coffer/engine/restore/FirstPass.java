package dev.coffer.engine.restore;

import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.tasks.TaskGroup;
import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes directories, decides what to do about each file, and clears directories out of the way of what is none. Files that
 * may be there already are looked at by other threads. What is to be made after all content is written is noted.
 */
final class FirstPass implements Pass<PendingFolder> {

    private static final int OWNER_ACCESS = 0700;

    private final RestoreRun run;
    private final LocalFiles files;
    private final HardLinks links;
    private final Existing existing;
    private final Removal removal;
    private final MetadataPlanner metadata;
    private final OtherFiles others;
    private final FilePlanner planner;
    private final StepGroups comparisons;
    private final List<PendingFolder> folders = new ArrayList<>();

    /**
     * What the pass leads to.
     *
     * @param plan the content to be written
     * @param folders all directories that are used, parents first, with what is left to be done in them after that
     */
    record Result(RestorePlan plan, List<PendingFolder> folders) {}

    private FirstPass(RestoreRun run, HardLinks links, FilePlanner planner, StepGroups comparisons) {
        this.run = run;
        this.files = run.files();
        this.links = links;
        this.existing = new Existing(run);
        this.removal = new Removal(run);
        this.metadata = new MetadataPlanner(run);
        this.others = new OtherFiles(run);
        this.planner = planner;
        this.comparisons = comparisons;
    }

    static Result run(RestoreRun run, HardLinks links) throws IOException {
        RestorePlan.Builder plan = new RestorePlan.Builder();
        int cores = Runtime.getRuntime().availableProcessors();
        FirstPass pass;
        try (TaskGroup tasks = new TaskGroup("compare", cores)) {
            StepGroups comparisons = new StepGroups(run, tasks);
            pass = new FirstPass(run, links, new FilePlanner(run, plan), comparisons);
            new SelectiveWalk<>(run, SelectiveWalk.Reporting.FIRST, pass).walk();
            comparisons.flush();
            tasks.join();
        }
        run.progress().tellTotal();
        return new Result(plan.build(), pass.folders);
    }

    @Override
    public Optional<PendingFolder> enter(Level<PendingFolder> level, Optional<PendingFolder> parent)
            throws IOException {
        try {
            Origin origin = parent.isEmpty() ? Origin.EXISTING : directory(level.path(), parent.get());
            PendingFolder folder =
                    new PendingFolder(parent, level.path(), origin, level.node().map(metadata::of));
            folders.add(folder);
            return Optional.of(folder);
        } catch (IOException e) {
            run.failed(level.path(), e);
            return Optional.empty();
        }
    }

    private Origin directory(String path, PendingFolder parent) throws IOException {
        run.progress().expect(0);
        String target = run.target().of(path);
        return run.dryRun() ? imagine(target, parent) : make(target);
    }

    private Origin imagine(String target, PendingFolder parent) throws IOException {
        boolean there = parent.origin() == Origin.EXISTING
                && existing.stat(target).filter(FileStat::isDirectory).isPresent();
        return there ? Origin.EXISTING : Origin.NEW;
    }

    private Origin make(String target) throws IOException {
        try {
            files.createDirectory(target);
            return Origin.NEW;
        } catch (FileAlreadyExistsException _) {
            FileStat stat = files.stat(target);
            if (stat.isDirectory()) {
                openUp(target, stat);
                return Origin.EXISTING;
            }
        }
        files.remove(target);
        files.createDirectory(target);
        return Origin.NEW;
    }

    /** An ordinary user needs access to work in a directory; its permissions are set again at the end. */
    private void openUp(String target, FileStat stat) throws IOException {
        boolean closed = (stat.permissions() & OWNER_ACCESS) != OWNER_ACCESS;
        if (closed && !files.privileged()) {
            files.setPermissions(target, stat.permissions() | OWNER_ACCESS);
        }
    }

    @Override
    public void node(Level<PendingFolder> level, PendingFolder folder, String path, Node node) throws IOException {
        switch (node.type()) {
            case FILE -> file(folder, path, node);
            case SYMLINK, DEV, CHARDEV, FIFO -> other(folder, path, node);
            case DIR, SOCKET -> {}
            case IRREGULAR, UNKNOWN -> run.failed(path, new IOException("cannot restore an entry of an unknown type"));
        }
    }

    private void file(PendingFolder folder, String path, Node node) throws IOException {
        links.add(path, node);
        Optional<String> original = links.original(path, node);
        if (original.isPresent()) {
            Instant mtime = node.mtime().toInstant();
            later(folder, path, mtime, () -> others.link(path, original.get(), mtime));
        } else if (folder.origin() == Origin.NEW) {
            run.attempt(path, () -> planner.planNew(folder.path(), path, node));
        } else {
            comparisons.add(path, node.size(), () -> planner.plan(folder.path(), path, node));
        }
    }

    private void other(PendingFolder folder, String path, Node node) throws IOException {
        OtherFile file = new OtherFile(node.type(), node.linkTarget(), node.device(), metadata.of(node));
        later(folder, path, file.metadata().mtime(), () -> others.restore(path, file));
    }

    /** Something is to be made after all content is written. */
    private void later(PendingFolder folder, String path, Instant mtime, RestoreRun.Step step) throws IOException {
        run.progress().expect(0);
        if (folder.origin() == Origin.EXISTING && !run.dryRun()) {
            run.attempt(path, () -> clearDirectory(run.target().of(path), mtime));
        }
        folder.add(path, step);
    }

    private void clearDirectory(String target, Instant mtime) throws IOException {
        Optional<FileStat> stat = existing.stat(target);
        if (stat.isPresent() && stat.get().isDirectory() && existing.mayReplace(stat.get(), mtime)) {
            removal.clear(target);
        }
    }

    /** A directory that the snapshot tells only in part stays as inaccessible as it was made. */
    @Override
    public void leave(Level<PendingFolder> level, PendingFolder folder) {
        if (level.unreadable()) {
            folder.giveUp();
        }
    }
}
