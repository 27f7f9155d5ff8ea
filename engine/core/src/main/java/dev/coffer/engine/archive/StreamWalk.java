package dev.coffer.engine.archive;

import dev.coffer.engine.source.SourceEntry;
import dev.coffer.engine.tree.FileMode;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import java.io.EOFException;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Optional;

/** Passes the folders that lead to the one file a stream becomes, and reads that file. One thread runs it, once. */
final class StreamWalk implements Walk {

    private static final int FILE_PERMISSIONS = 0644;
    private static final int FOLDER_PERMISSIONS = 0755;

    private final BackupSource.Stream source;
    private final SnapshotLabels labels;
    private final ParentTrees parents;
    private final ContentCutter cutter;
    private final Journal journal;

    StreamWalk(
            BackupSource.Stream source,
            SnapshotLabels labels,
            ParentTrees parents,
            ContentCutter cutter,
            Journal journal) {
        this.source = source;
        this.labels = labels;
        this.parents = parents;
        this.cutter = cutter;
        this.journal = journal;
    }

    /** The absolute path of the file in the snapshot. */
    static String path(BackupSource.Stream source) {
        return "/" + String.join("/", source.names());
    }

    @Override
    public void run(Outlets out) throws IOException {
        enter("", source.names(), parents.root(), out);
    }

    private void enter(String folder, List<String> names, ParentTree parent, Outlets out) throws IOException {
        String name = names.getFirst();
        String path = folder + "/" + name;
        Optional<Node> previous = parent.find(name);
        if (names.size() == 1) {
            archive(new PendingFile(new SourceEntry.Target(name, path), path, previous), out);
            return;
        }
        Node node = node(name, NodeType.DIR, FileMode.DIR | FOLDER_PERMISSIONS);
        TreeStep.Earlier earlier = new TreeStep.Earlier(previous, Optional.empty(), TreeStep.NOWHERE);
        out.steps().put(new TreeStep.Enter(path, node, earlier, System.nanoTime()));
        enter(path, names.subList(1, names.size()), parents.open(path, previous), out);
        out.steps().put(new TreeStep.Leave(TreeStep.NOWHERE));
    }

    private void archive(PendingFile file, Outlets out) throws IOException {
        out.steps().put(new TreeStep.File(file));
        journal.started(file.path());
        try (PushbackInputStream stream =
                new PushbackInputStream(new InterruptibleStream(source.content().open()))) {
            int first = stream.read();
            if (first < 0) {
                journal.problem(file.path(), new EOFException("no data read"));
                file.giveUp();
                return;
            }
            stream.unread(first);
            file.describe(node(file.entry().name(), NodeType.FILE, FILE_PERMISSIONS));
            cutter.cut(file, (_, buffer, offset, length) -> stream.readNBytes(buffer, offset, length));
        }
    }

    private Node node(String name, NodeType type, int mode) {
        return Node.builder(name, type)
                .mode(mode)
                .mtime(labels.time())
                .atime(labels.time())
                .ctime(labels.time())
                .uid(labels.host().uid())
                .gid(labels.host().gid())
                .build();
    }
}
