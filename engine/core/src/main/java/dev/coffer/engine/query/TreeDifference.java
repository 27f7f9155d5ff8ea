package dev.coffer.engine.query;

/**
 * One difference between two trees.
 *
 * @param path with a slash at the end if it is a directory (in the newer tree, if it is in both)
 * @param modifier as in the package's documentation of {@link TreeComparison}
 */
public record TreeDifference(String path, String modifier) {}
