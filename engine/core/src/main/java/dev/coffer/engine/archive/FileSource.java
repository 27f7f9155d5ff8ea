package dev.coffer.engine.archive;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.host.LocalClock;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.source.NodeReader;
import dev.coffer.engine.source.SourceProblems;
import dev.coffer.engine.source.SourceTree;
import dev.coffer.engine.tasks.TaskGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Files and folders of this machine, as the user's targets select them. */
final class FileSource implements OpenedSource {

    /** Between two threads: enough that one seldom waits while the other lists or loads a folder. */
    private static final int BATCHES_AHEAD = 4;

    private final BackupSource.Targets targets;
    private final BackupRequest request;
    private final LocalFiles files;
    private final Journal journal;
    private final SourceTree tree;

    private FileSource(
            BackupSource.Targets targets, BackupRequest request, LocalFiles files, Journal journal, SourceTree tree) {
        this.targets = targets;
        this.request = request;
        this.files = files;
        this.journal = journal;
        this.tree = tree;
    }

    static FileSource open(BackupSource.Targets targets, BackupRequest request, LocalFiles files, Journal journal)
            throws IOException {
        SourceTree tree = map(targets, files, journal::problem);
        tree.missing().forEach(journal::missing);
        if (tree.paths().isEmpty()) {
            throw new BadRequest(
                    targets.targets().isEmpty()
                            ? "there is nothing to back up: name files or folders"
                            : "there is nothing to back up: none of the given files and folders exists");
        }
        return new FileSource(targets, request, files, journal, tree);
    }

    private static SourceTree map(BackupSource.Targets targets, LocalFiles files, SourceProblems problems)
            throws IOException {
        return SourceTree.of(files, targets.workingDirectory(), targets.targets(), targets.rules(), problems);
    }

    @Override
    public List<String> paths() {
        return tree.paths();
    }

    @Override
    public boolean mustHaveEntries() {
        return true;
    }

    @Override
    public boolean isContinuable() {
        return true;
    }

    @Override
    public TreeArchiver.Root archive(Pipeline pipeline, ParentTrees parents, Index index) throws IOException {
        NodeReader nodes = new NodeReader(files, LocalClock.ofSystem(), request.accessTimes(), journal::problem);
        Batches<Sighting> sightings = new Batches<>(BATCHES_AHEAD);
        Batches<Match> matches = new Batches<>(BATCHES_AHEAD);
        SourceReading reading = new SourceReading(journal);
        SourceLister lister = new SourceLister(tree, nodes, reading, sightings);
        ParentMatcher matcher = new ParentMatcher(sightings, parents, index, matches);
        SourceWalk walk = new SourceWalk(matches, nodes, reading, request.changes(), index, journal);
        try (TaskGroup scan = TaskGroup.ofPlatformThreads("scan", 1)) {
            if (request.estimate() == BackupRequest.Estimate.SCAN) {
                // A tree of its own, which does not report a second time what cannot be read.
                SourceTree counted = map(targets, files, (_, _) -> {});
                scan.fork(() -> journal.scan(counted));
            }
            return pipeline.run(walk, others(lister, matcher, nodes, pipeline));
        }
    }

    private List<TaskGroup.Task> others(
            SourceLister lister, ParentMatcher matcher, NodeReader nodes, Pipeline pipeline) {
        List<TaskGroup.Task> tasks = new ArrayList<>();
        tasks.add(lister::run);
        tasks.add(matcher::run);
        for (int i = 0; i < request.readConcurrency(); i++) {
            tasks.add(new FileArchiver(pipeline.files(), files, nodes, pipeline.newCutter(), journal)::run);
        }
        return tasks;
    }
}
