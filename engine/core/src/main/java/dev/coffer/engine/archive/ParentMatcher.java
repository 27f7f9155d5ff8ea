package dev.coffer.engine.archive;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.source.SourceEntry;
import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Follows the lister through the source, with the folders of the parent snapshot in step, and finds what that has in the place of
 * each entry. One thread runs it, once.
 */
final class ParentMatcher {

    private final Batches<Sighting> sightings;
    private final ParentTrees parents;
    private final Index index;
    private final Batches<Match> matches;
    private final Deque<OpenFolder> folders = new ArrayDeque<>();

    /** @param matches where it leaves what it finds, and then ends them */
    ParentMatcher(Batches<Sighting> sightings, ParentTrees parents, Index index, Batches<Match> matches) {
        this.sightings = sightings;
        this.parents = parents;
        this.index = index;
        this.matches = matches;
    }

    /** A folder on the way from the root to where the matcher is. */
    private record OpenFolder(String path, ParentTree parent) {

        String pathOf(String name) {
            return path.endsWith("/") ? path + name : path + "/" + name;
        }
    }

    /** Goes all the way. */
    void run() throws IOException {
        folders.push(new OpenFolder("/", parents.root()));
        try {
            followAll();
        } finally {
            folders.forEach(folder -> folder.parent().close());
        }
        matches.end();
    }

    private void followAll() throws IOException {
        for (Optional<List<Sighting>> batch = sightings.take(); batch.isPresent(); batch = sightings.take()) {
            for (Sighting sighting : batch.get()) {
                matches.put(match(sighting));
            }
        }
    }

    private Match match(Sighting sighting) throws IOException {
        return switch (sighting) {
            case Sighting.Enter enter -> enter(place(enter.entry()), enter.folder());
            case Sighting.Leaf leaf -> new Match.Leaf(place(leaf.entry()), leaf.stat());
            case Sighting.Leave _ -> leave();
        };
    }

    private Place place(SourceEntry entry) {
        OpenFolder folder = folders.element();
        Optional<Node> previous = folder.parent().find(entry.name());
        TreeStep.Earlier earlier = new TreeStep.Earlier(
                previous, previous.flatMap(this::usableTree), folder.parent().position());
        return new Place(entry, folder.pathOf(entry.name()), earlier);
    }

    private Optional<ObjectId> usableTree(Node previous) {
        return ParentTrees.tree(previous).filter(tree -> index.keeps(BlobHandle.tree(tree)));
    }

    private Match enter(Place place, Node folder) throws IOException {
        folders.push(new OpenFolder(place.path(), parents.open(place.path(), place.previous())));
        return new Match.Enter(place, folder);
    }

    private Match leave() {
        try (ParentTree parent = folders.pop().parent()) {
            return new Match.Leave(parent.count());
        }
    }
}
