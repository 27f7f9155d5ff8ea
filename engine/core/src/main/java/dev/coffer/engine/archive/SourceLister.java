package dev.coffer.engine.archive;

import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.source.NodeReader;
import dev.coffer.engine.source.SourceEntry;
import dev.coffer.engine.source.SourceTree;
import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists the source and looks at each entry, ahead of the walk, which spares that half of its work. It knows nothing of the
 * repository. One thread runs it, once.
 */
final class SourceLister {

    private final SourceTree source;
    private final NodeReader nodes;
    private final SourceReading reading;
    private final Batches<Sighting> sightings;
    private final Deque<OpenFolder> folders = new ArrayDeque<>();

    /** @param sightings where it leaves what it sees, and then ends them */
    SourceLister(SourceTree source, NodeReader nodes, SourceReading reading, Batches<Sighting> sightings) {
        this.source = source;
        this.nodes = nodes;
        this.reading = reading;
        this.sightings = sightings;
    }

    /** A folder on the way from the root to where the lister is. */
    private static final class OpenFolder {

        final Iterator<SourceEntry> entries;
        private @Nullable String lastName;

        OpenFolder(List<SourceEntry> entries) {
            this.entries = entries.iterator();
        }

        /** Whether an entry was listed twice, as happens while a folder changes. */
        boolean repeats(String name) {
            boolean repeated = name.equals(lastName);
            lastName = name;
            return repeated;
        }
    }

    /** Goes all the way. */
    void run() throws IOException {
        folders.push(new OpenFolder(source.root()));
        while (!folders.isEmpty()) {
            OpenFolder folder = folders.peek();
            if (folder.entries.hasNext()) {
                visit(folder, folder.entries.next());
            } else {
                leave();
            }
        }
        sightings.end();
    }

    private void leave() throws InterruptedIOException {
        folders.pop();
        if (!folders.isEmpty()) {
            sightings.put(new Sighting.Leave());
        }
    }

    private void visit(OpenFolder folder, SourceEntry entry) throws InterruptedIOException {
        if (folder.repeats(entry.name())) {
            return;
        }
        Optional<FileStat> stat =
                reading.ask(entry, () -> source.stat(entry)).filter(found -> source.accepts(entry, found));
        if (stat.isPresent()) {
            if (stat.get().isDirectory()) {
                enter(entry, stat.get());
            } else {
                sightings.put(new Sighting.Leaf(entry, stat.get()));
            }
        }
    }

    private void enter(SourceEntry entry, FileStat stat) throws InterruptedIOException {
        Optional<Node> node = reading.ask(entry, () -> nodes.read(entry, stat));
        Optional<List<SourceEntry>> entries = reading.ask(entry, () -> source.entries(entry));
        if (node.isPresent() && entries.isPresent()) {
            folders.push(new OpenFolder(entries.get()));
            sightings.put(new Sighting.Enter(entry, node.get()));
        }
    }
}
