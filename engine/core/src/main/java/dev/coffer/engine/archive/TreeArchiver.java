package dev.coffer.engine.archive;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Follows the walk and stores the tree of each folder as soon as all below is stored. One thread runs it, once. */
final class TreeArchiver {

    private final Batches<TreeStep> steps;
    private final ParentTrees parents;
    private final BlobSaver saver;
    private final Journal journal;
    private final Checkpoints checkpoints;
    private final Deque<OpenFolder> folders = new ArrayDeque<>();
    private final FolderTree root;
    private long entriesOfRoot;

    TreeArchiver(
            Batches<TreeStep> steps, ParentTrees parents, BlobSaver saver, Journal journal, Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
        this.steps = steps;
        this.parents = parents;
        this.saver = saver;
        this.journal = journal;
        this.root = new FolderTree("/", Optional.empty(), parents, saver);
    }

    private record OpenFolder(TreeStep.Enter start, FolderTree tree) {}

    /** The root tree, and how many entries it has. */
    record Root(ObjectId tree, long entries) {}

    /** Goes on until the walk has ended. */
    Root run() throws IOException {
        try {
            return followAll();
        } finally {
            root.close();
            folders.forEach(folder -> folder.tree().close());
        }
    }

    private Root followAll() throws IOException {
        for (Optional<List<TreeStep>> batch = steps.take(); batch.isPresent(); batch = steps.take()) {
            awaitLastFile(batch.get());
            for (TreeStep step : batch.get()) {
                follow(step);
            }
            if (checkpoints.due()) {
                checkpoints.save(saveSoFar());
            }
        }
        BlobCounts added = new BlobCounts();
        ObjectId id = root.save(TreeStep.NOWHERE, added);
        journal.savedRoot(added);
        return new Root(id, entriesOfRoot);
    }

    /** The root of all that is complete: the folders that the walk is in have the entries so far. */
    private ObjectId saveSoFar() throws IOException {
        Optional<Node> child = Optional.empty();
        for (OpenFolder folder : folders) {
            ObjectId tree = folder.tree().saveSoFar(child);
            child = Optional.of(folder.start().folder().withSubtree(tree));
        }
        return root.saveSoFar(child);
    }

    /** Files are stored in about the order of steps, so that hardly any of the others is worth waking up for. */
    private static void awaitLastFile(List<TreeStep> batch) throws InterruptedIOException {
        for (TreeStep step : batch.reversed()) {
            if (step instanceof TreeStep.File(PendingFile file)) {
                file.await();
                return;
            }
        }
    }

    private void follow(TreeStep step) throws IOException {
        switch (step) {
            case TreeStep.Enter start -> enter(start);
            case TreeStep.Leaf(Node node, long position) -> add(node, position);
            case TreeStep.File(PendingFile file) -> addIfStored(file.await());
            case TreeStep.Leave(long earlierEntries) -> leave(folders.pop(), earlierEntries);
        }
    }

    private void enter(TreeStep.Enter start) {
        FolderTree tree = new FolderTree(start.path(), start.earlier().tree(), parents, saver);
        folders.push(new OpenFolder(start, tree));
    }

    private void addIfStored(Optional<Node> file) throws IOException {
        if (file.isPresent()) {
            add(file.get(), TreeStep.NOWHERE);
        }
    }

    private void add(Node node, long position) throws IOException {
        if (folders.isEmpty()) {
            root.add(node, position);
            entriesOfRoot++;
        } else {
            folders.peek().tree().add(node, position);
        }
    }

    private void leave(OpenFolder folder, long earlierEntries) throws IOException {
        BlobCounts added = new BlobCounts();
        TreeStep.Enter start = folder.start();
        TreeStep.Earlier earlier = start.earlier();
        Node node = start.folder().withSubtree(folder.tree().save(earlierEntries, added));
        add(node, earlier.positionIfSame(node));
        journal.savedFolder(start.path(), earlier.node(), node, added, start.startedNanos());
    }
}
