package dev.coffer.engine.restore;

import dev.coffer.engine.fs.Entry;
import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.fs.LocalFiles.OpenFile;
import dev.coffer.engine.progress.ProgressEvent.RestoreAction;
import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.util.Optional;

/**
 * Decides what to do about one regular file after the other, and enters into the plan what has to be written. What needs no
 * content gets its metadata at once. Safe for use by any number of threads.
 */
final class FilePlanner {

    private final RestoreRun run;
    private final RestorePlan.Builder plan;
    private final Existing existing;
    private final MetadataPlanner metadata;
    private final MetadataWriter metadataWriter;

    FilePlanner(RestoreRun run, RestorePlan.Builder plan) {
        this.run = run;
        this.plan = plan;
        this.existing = new Existing(run);
        this.metadata = new MetadataPlanner(run);
        this.metadataWriter = new MetadataWriter(run);
    }

    /** A file on its way into the plan. */
    private record Candidate(String folder, String path, Node node, FileContent content, Metadata metadata) {}

    /** Plans a file of a directory that was just made. */
    void planNew(String folder, String path, Node node) throws IOException {
        Candidate file = candidate(folder, path, node);
        add(file, Origin.NEW, Comparison.nothing(file.content()));
    }

    /** Plans a file that may be there already. */
    void plan(String folder, String path, Node node) throws IOException {
        Optional<FileStat> stat = existing.stat(run.target().of(path));
        if (stat.isPresent() && !existing.mayReplace(stat.get(), node.mtime().toInstant())) {
            run.ledger().record(path, Outcome.LEFT_ALONE);
            run.progress().skipped(path, node.size());
            return;
        }
        Candidate file = candidate(folder, path, node);
        if (stat.isEmpty() || !stat.get().isFile()) {
            add(file, Origin.NEW, Comparison.nothing(file.content()));
        } else if (existing.isTrusted(
                stat.get(), file.metadata().mtime(), file.content().size())) {
            keep(file, run.entry(path));
        } else {
            compare(file, stat.get());
        }
    }

    private Candidate candidate(String folder, String path, Node node) throws IOException {
        return new Candidate(
                folder, path, node, FileContent.of(node, run.repository().index()), metadata.of(node));
    }

    /** The content is right. */
    private void keep(Candidate file, Entry entry) throws IOException {
        run.ledger().record(file.path(), Outcome.UNCHANGED);
        run.progress().skipped(file.path(), file.content().size());
        if (!run.dryRun()) {
            metadataWriter.correct(entry, file.metadata());
        }
    }

    private void compare(Candidate file, FileStat stat) throws IOException {
        Optional<OpenFile> readable = openIfReadable(run.target().of(file.path()));
        if (readable.isEmpty()) {
            replace(file, stat, Comparison.nothing(file.content()));
            return;
        }
        try (OpenFile open = readable.get()) {
            Comparison comparison = compareIfReadable(open, file.content());
            if (comparison.same()) {
                keep(file, open);
            } else {
                replace(file, stat, comparison);
            }
        }
    }

    /** What cannot be read, by an ordinary user, can perhaps still be written. */
    private Optional<OpenFile> openIfReadable(String target) {
        try {
            return Optional.of(run.files().openForReading(target));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Comparison compareIfReadable(OpenFile open, FileContent content) {
        try {
            return Comparison.of(open, content);
        } catch (IOException _) {
            return Comparison.nothing(content);
        }
    }

    private void replace(Candidate file, FileStat stat, Comparison comparison) {
        if (stat.links() > 1) {
            // Writing into it would change it under its other names too.
            add(file, Origin.NEW, Comparison.nothing(file.content()));
        } else {
            add(file, Origin.EXISTING, comparison);
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
                comparison.differing().size(),
                file.metadata());
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
