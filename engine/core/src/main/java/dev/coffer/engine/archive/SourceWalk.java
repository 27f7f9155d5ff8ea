package dev.coffer.engine.archive;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.source.NodeReader;
import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Passes all entries of the source, knowing what the parent snapshot has in their place, and decides what has to be read. One
 * thread runs it, once.
 */
final class SourceWalk implements Walk {

    private final Batches<Match> matches;
    private final NodeReader nodes;
    private final SourceReading reading;
    private final ChangeTest changes;
    private final Index index;
    private final Journal journal;

    SourceWalk(
            Batches<Match> matches,
            NodeReader nodes,
            SourceReading reading,
            ChangeTest changes,
            Index index,
            Journal journal) {
        this.matches = matches;
        this.nodes = nodes;
        this.reading = reading;
        this.changes = changes;
        this.index = index;
        this.journal = journal;
    }

    @Override
    public void run(Outlets out) throws IOException {
        for (Optional<List<Match>> batch = matches.take(); batch.isPresent(); batch = matches.take()) {
            for (Match match : batch.get()) {
                follow(match, out);
            }
        }
    }

    private void follow(Match match, Outlets out) throws IOException {
        long started = System.nanoTime();
        switch (match) {
            case Match.Enter(Place place, Node folder) ->
                out.steps().put(new TreeStep.Enter(place.path(), folder, place.earlier(), started));
            case Match.Leaf(Place place, FileStat stat) when stat.isFile() -> file(place, stat, started, out);
            case Match.Leaf(Place place, FileStat stat) -> other(place, stat, out);
            case Match.Leave(long earlierEntries) -> out.steps().put(new TreeStep.Leave(earlierEntries));
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

    private void file(Place place, FileStat stat, long started, Outlets out) throws IOException {
        Optional<Node> unchanged = place.previous().filter(previous -> changes.unchanged(previous, stat));
        if (unchanged.isPresent() && hasAllBlobs(place.path(), unchanged.get())) {
            keep(place, stat, unchanged.get(), started, out);
        } else {
            PendingFile pending = new PendingFile(place.entry(), place.path(), place.previous());
            out.files().put(pending);
            out.steps().put(new TreeStep.File(pending));
        }
    }

    /** Takes over the content; all else may have changed without a trace in what is compared. */
    private void keep(Place place, FileStat stat, Node previous, long started, Outlets out) throws IOException {
        Optional<Node> node = read(place, stat);
        if (node.isPresent()) {
            Node kept = node.get().withContent(content(previous), previous.size());
            journal.unchanged(place.path(), kept, started);
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
