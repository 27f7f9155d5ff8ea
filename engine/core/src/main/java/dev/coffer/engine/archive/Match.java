package dev.coffer.engine.archive;

import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.tree.Node;

/** A {@link Sighting} of which it is known what the parent snapshot has in its place. */
sealed interface Match {

    /** A folder begins; what follows is in it. */
    record Enter(Place place, Node folder) implements Match {}

    /** Anything else. */
    record Leaf(Place place, FileStat stat) implements Match {}

    /**
     * The folder entered last is complete.
     *
     * @param earlierEntries how many the parent has in it; {@link TreeStep#NOWHERE} if that is not known
     */
    record Leave(long earlierEntries) implements Match {}
}
