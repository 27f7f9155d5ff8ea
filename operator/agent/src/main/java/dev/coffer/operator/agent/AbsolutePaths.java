package dev.coffer.operator.agent;

import dev.coffer.engine.walk.TreePaths;

/** Paths as snapshots have them, whatever way manifests write them. */
public final class AbsolutePaths {

    private AbsolutePaths() {}

    /** The absolute path without {@code .}, {@code ..}, and slashes that mean nothing; a relative one begins at the root. */
    public static String of(String path) {
        return "/" + TreePaths.clean(path);
    }
}
