package dev.coffer.engine.source;

import java.util.List;

/** One entry of a folder in the snapshot, with the place in the file system it is read from. */
public sealed interface SourceEntry {

    /** Name in the snapshot. */
    String name();

    /** Absolute path in the file system. */
    String path();

    /** Named by the user. */
    record Target(String name, String path) implements SourceEntry {}

    /**
     * Found in a folder. Keeps no path of its own, since there may be millions.
     *
     * @param fileName the real name, other than {@code name} only at the root where names of several folders meet
     */
    record Found(String name, String folder, String fileName) implements SourceEntry {

        Found(String name, String folder) {
            this(name, folder, name);
        }

        @Override
        public String path() {
            return SourcePaths.join(folder, fileName);
        }
    }

    /**
     * A folder on the way to targets. Its path may lead over symbolic links.
     *
     * @param whole everything in the folder belongs to the snapshot, not only {@code entries}
     * @param entries those with targets in them, in the order of trees
     */
    record OnTheWay(String name, String path, boolean whole, List<SourceEntry> entries) implements SourceEntry {}
}
