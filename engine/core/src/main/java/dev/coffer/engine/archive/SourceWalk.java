package dev.coffer.engine.archive;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.source.NodeReader;
import dev.coffer.engine.source.SourceEntry;
import dev.coffer.engine.source.SourceTree;
import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Visits the source and the parent snapshot in step, and decides what has to be read. What vanishes meanwhile is left out
 * silently, what cannot be read is reported and left out. One thread runs it, once.
 */
final class SourceWalk implements Walk {

    private final SourceTree source;
    private final NodeReader nodes;
    private final ParentTrees parents;
    private final ChangeTest changes;
    private final Index index;
    private final Journal journal;
    private final Deque<OpenFolder> folders = new ArrayDeque<>();

    SourceWalk(
            SourceTree source,
            NodeReader nodes,
            ParentTrees parents,
            ChangeTest changes,
            Index index,
            Journal journal) {
        this.source = source;
        this.nodes = nodes;
        this.parents = parents;
        this.changes = changes;
        this.index = index;
        this.journal = journal;
    }

    /** A folder on the way from the root to where the walk is. */
    private static final class OpenFolder {

        final String path;
        final ParentTree parent;
        final Iterator<SourceEntry> entries;
        private @Nullable String lastName;

        OpenFolder(String path, ParentTree parent, List<SourceEntry> entries) {
            this.path = path;
            this.parent = parent;
            this.entries = entries.iterator();
        }

        /** Whether an entry was listed twice, as happens while a folder changes. */
        boolean repeats(String name) {
            boolean repeated = name.equals(lastName);
            lastName = name;
            return repeated;
        }

        String pathOf(String name) {
            return path.endsWith("/") ? path + name : path + "/" + name;
        }
    }

    @Override
    public void run(Outlets out) throws IOException {
        folders.push(new OpenFolder("/", parents.root(), source.root()));
        try {
            visitAll(out);
        } finally {
            folders.forEach(folder -> folder.parent.close());
        }
    }

    private void visitAll(Outlets out) throws IOException {
        while (!folders.isEmpty()) {
            OpenFolder folder = folders.peek();
            if (folder.entries.hasNext()) {
                visit(folder, folder.entries.next(), out);
            } else {
                leave(out);
            }
        }
    }

    private void leave(Outlets out) throws IOException {
        folders.pop().parent.close();
        if (!folders.isEmpty()) {
            out.steps().put(new TreeStep.Leave());
        }
    }

    private void visit(OpenFolder folder, SourceEntry entry, Outlets out) throws IOException {
        if (folder.repeats(entry.name())) {
            return;
        }
        long started = System.nanoTime();
        Optional<Node> previous = folder.parent.find(entry.name());
        Optional<FileStat> found = read(entry, () -> source.stat(entry)).filter(stat -> source.accepts(entry, stat));
        if (found.isPresent()) {
            FileStat stat = found.get();
            Place place = new Place(entry, folder.pathOf(entry.name()), previous, started);
            switch (stat.kind()) {
                case DIRECTORY -> enter(place, stat, out);
                case FILE -> file(place, stat, out);
                case SYMLINK, BLOCK_DEVICE, CHAR_DEVICE, FIFO, SOCKET, OTHER -> other(place, stat, out);
            }
        }
    }

    /** Where the walk is: an entry, its path in the snapshot, and what the parent has there. */
    private record Place(SourceEntry entry, String path, Optional<Node> previous, long started) {}

    private void enter(Place place, FileStat stat, Outlets out) throws IOException {
        Optional<Node> node = read(place.entry(), () -> nodes.read(place.entry(), stat));
        Optional<List<SourceEntry>> entries = read(place.entry(), () -> source.entries(place.entry()));
        if (node.isPresent() && entries.isPresent()) {
            ParentTree parent = parents.open(place.path(), place.previous());
            folders.push(new OpenFolder(place.path(), parent, entries.get()));
            out.steps().put(new TreeStep.Enter(place.path(), node.get(), place.previous(), place.started()));
        }
    }

    private void other(Place place, FileStat stat, Outlets out) throws IOException {
        Optional<Node> node = read(place.entry(), () -> nodes.read(place.entry(), stat));
        if (node.isPresent()) {
            out.steps().put(new TreeStep.Leaf(node.get()));
        }
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
        Optional<Node> node = read(place.entry(), () -> nodes.read(place.entry(), stat));
        if (node.isPresent()) {
            Node kept = node.get().withContent(content(previous), previous.size());
            journal.unchanged(place.path(), kept, place.started());
            out.steps().put(new TreeStep.Leaf(kept));
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

    /** Something asked of the source. */
    private interface Question<T> {
        T ask() throws IOException;
    }

    /** The answer, or empty if there will be none. */
    private <T> Optional<T> read(SourceEntry entry, Question<T> question) {
        try {
            return Optional.of(question.ask());
        } catch (NoSuchFileException vanished) {
            return Optional.empty();
        } catch (IOException unreadable) {
            journal.problem(entry.path(), unreadable);
            return Optional.empty();
        }
    }
}
