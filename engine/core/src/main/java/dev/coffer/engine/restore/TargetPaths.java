package dev.coffer.engine.restore;

/**
 * Where paths of the snapshot come to stand.
 *
 * @param root absolute path of the target
 */
record TargetPaths(String root) {

    String of(String path) {
        if (path.length() == 1) {
            return root;
        }
        return root.length() == 1 ? path : root + path;
    }
}
