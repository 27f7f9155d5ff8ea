package dev.coffer.engine.archive;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.source.NodeReader;
import dev.coffer.engine.source.SourceEntry;
import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Follows the lister through the source, with the parent snapshot in step, and decides what has to be read. One thread runs
 * it, once.
 */
final class SourceWalk implements Walk {

    private final Batches<Sighting> sightings;
    private final NodeReader nodes;
    private final SourceReading reading;
    private final ParentTrees parents;
    private final ChangeTest changes;
    private final Index index;
    private final Journal journal;
    private final Deque<OpenFolder> folders = new ArrayDeque<>();

    SourceWalk(
            Batches<Sighting> sightings,
            NodeReader nodes,
            SourceReading reading,
            ParentTrees parents,
            ChangeTest changes,
            Index index,
            Journal journal) {
        this.sightings = sightings;
        this.nodes = nodes;
        this.reading = reading;
        this.parents = parents;
        this.changes = changes;
        this.index = index;
        this.journal = journal;
    }

    /** A folder on the way from the root to where the walk is. */
    private record OpenFolder(String path, ParentTree parent) {

        String pathOf(String name) {
            return path.endsWith("/") ? path + name : path + "/" + name;
        }
    }

    /** Where the walk is: an entry, its path in the snapshot, and what the parent has there. */
    private record Place(SourceEntry entry, String path, TreeStep.Earlier earlier, long started) {

        Optional<Node> previous() {
            return earlier.node();
        }

        TreeStep.Leaf leaf(Node node) {
            return new TreeStep.Leaf(node, earlier.positionIfSame(node));
        }
    }

    @Override
    public void run(Outlets out) throws IOException {
        folders.push(new OpenFolder("/", parents.root()));
        try {
            followAll(out);
        } finally {
            folders.forEach(folder -> folder.parent().close());
        }
    }

    private void followAll(Outlets out) throws IOException {
        for (Optional<List<Sighting>> batch = sightings.take(); batch.isPresent(); batch = sightings.take()) {
            for (Sighting sighting : batch.get()) {
                follow(sighting, out);
            }
        }
    }

    private void follow(Sighting sighting, Outlets out) throws IOException {
        switch (sighting) {
            case Sighting.Enter(SourceEntry entry, Node node) -> enter(place(entry), node, out);
            case Sighting.Leaf(SourceEntry entry, FileStat stat) when stat.isFile() -> file(place(entry), stat, out);
            case Sighting.Leaf(SourceEntry entry, FileStat stat) -> other(place(entry), stat, out);
            case Sighting.Leave _ -> leave(out);
        }
    }

    private Place place(SourceEntry entry) {
        long started = System.nanoTime();
        OpenFolder folder = folders.element();
        Optional<Node> previous = folder.parent().find(entry.name());
        TreeStep.Earlier earlier = new TreeStep.Earlier(
                previous, previous.flatMap(this::usableTree), folder.parent().position());
        return new Place(entry, folder.pathOf(entry.name()), earlier, started);
    }

    private Optional<ObjectId> usableTree(Node previous) {
        return ParentTrees.tree(previous).filter(tree -> index.keeps(BlobHandle.tree(tree)));
    }

    private void enter(Place place, Node folder, Outlets out) throws IOException {
        folders.push(new OpenFolder(place.path(), parents.open(place.path(), place.previous())));
        out.steps().put(new TreeStep.Enter(place.path(), folder, place.earlier(), place.started()));
    }

    private void leave(Outlets out) throws IOException {
        try (ParentTree parent = folders.pop().parent()) {
            out.steps().put(new TreeStep.Leave(parent.count()));
        }
    }

    private void other(Place place, FileStat stat, Outlets out) throws IOException {
        Optional<Node> node = read(place, stat);
        if (node.isPresent()) {
            out.steps().put(place.leaf(node.get()));
        }
    }

    private Optional<Node> read(Place place, FileStat stat) {
        return reading.ask(place.entry(), () -> nodes.read(place.entry(), stat));
    }

    private void file(Place place, FileStat stat, Outlets out) throws IOException {
        Optional<Node> unchanged = place.previous().filter(previous -> changes.unchanged(previous, stat));
        if (unchanged.isPresent() && hasAllBlobs(place.path(), unchanged.get())) {
            keep(place, stat, unchanged.get(), out);
        } else {
            PendingFile pending = new PendingFile(place.entry(), place.path(), place.previous());
            out.files().put(pending);
            out.steps().put(new TreeStep.File(pending));
        }
    }

    /** Takes over the content; all else may have changed without a trace in what is compared. */
    private void keep(Place place, FileStat stat, Node previous, Outlets out) throws IOException {
        Optional<Node> node = read(place, stat);
        if (node.isPresent()) {
            Node kept = node.get().withContent(content(previous), previous.size());
            journal.unchanged(place.path(), kept, place.started());
            out.steps().put(place.leaf(kept));
        }
    }

    private boolean hasAllBlobs(String path, Node previous) {
        for (ObjectId blob : content(previous)) {
            if (!index.keeps(BlobHandle.data(blob))) {
                if (!index.contains(BlobHandle.data(blob))) {
                    journal.notice("the repository has lost content of " + path + ", which is read and stored again");
                }
                return false;
            }
        }
        return true;
    }

    private static List<ObjectId> content(Node file) {
        List<ObjectId> content = file.content();
        return content == null ? List.of() : content;
    }
}
