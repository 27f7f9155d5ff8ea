package dev.coffer.engine.archive;

import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.source.SourceEntry;
import dev.coffer.engine.tree.Node;

/** One thing that the lister comes across in the source, depth first and in the order of trees. */
sealed interface Sighting {

    /** A folder begins; what follows is in it. */
    record Enter(SourceEntry entry, Node folder) implements Sighting {}

    /** Anything else. */
    record Leaf(SourceEntry entry, FileStat stat) implements Sighting {}

    /** The folder entered last is complete. */
    record Leave() implements Sighting {}
}
