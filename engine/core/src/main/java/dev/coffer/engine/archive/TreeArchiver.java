package dev.coffer.engine.archive;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.GrowingTree;
import dev.coffer.engine.repository.SavedBlob;
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
    private final BlobSaver saver;
    private final Journal journal;
    private final Checkpoints checkpoints;
    private final Deque<OpenFolder> folders = new ArrayDeque<>();
    private final GrowingTree root;
    private long entriesOfRoot;

    TreeArchiver(Batches<TreeStep> steps, BlobSaver saver, Journal journal, Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
        this.steps = steps;
        this.saver = saver;
        this.journal = journal;
        this.root = new GrowingTree("/", saver);
    }

    private record OpenFolder(TreeStep.Enter start, GrowingTree tree) {}

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
        ObjectId id = save(root, added);
        journal.savedRoot(added);
        return new Root(id, entriesOfRoot);
    }

    /** The root of all that is complete: the folders that the walk is in have the entries so far. */
    private ObjectId saveSoFar() throws IOException {
        Optional<Node> child = Optional.empty();
        for (OpenFolder folder : folders) {
            ObjectId tree = folder.tree().saveSoFar(child).id();
            child = Optional.of(folder.start().folder().withSubtree(tree));
        }
        return root.saveSoFar(child).id();
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
            case TreeStep.Enter start -> folders.push(new OpenFolder(start, new GrowingTree(start.path(), saver)));
            case TreeStep.Leaf(Node node) -> add(node);
            case TreeStep.File(PendingFile file) -> addIfStored(file.await());
            case TreeStep.Leave _ -> leave(folders.pop());
        }
    }

    private void addIfStored(Optional<Node> file) throws IOException {
        if (file.isPresent()) {
            add(file.get());
        }
    }

    private void add(Node node) throws IOException {
        if (folders.isEmpty()) {
            root.add(node);
            entriesOfRoot++;
        } else {
            folders.peek().tree().add(node);
        }
    }

    private void leave(OpenFolder folder) throws IOException {
        BlobCounts added = new BlobCounts();
        TreeStep.Enter start = folder.start();
        Node node = start.folder().withSubtree(save(folder.tree(), added));
        add(node);
        journal.savedFolder(start.path(), start.previous(), node, added, start.startedNanos());
    }

    private static ObjectId save(GrowingTree tree, BlobCounts added) throws IOException {
        SavedBlob saved = tree.save();
        added.addTree(saved);
        return saved.id();
    }
}
