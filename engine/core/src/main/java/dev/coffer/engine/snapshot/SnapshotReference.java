package dev.coffer.engine.snapshot;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How people name a snapshot, or a directory in it: {@code 1f2e3d4c}, {@code latest}, {@code latest:/srv/data}.
 *
 * @param name id, beginning of an id, or {@value #LATEST}
 * @param subfolder path inside the snapshot without slashes at its ends; empty for the root
 */
public record SnapshotReference(String name, String subfolder) {

    public static final String LATEST = "latest";

    /** Divides the text at the first colon. {@code .} and {@code ..} in the path are resolved; it cannot leave the root. */
    public static SnapshotReference parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new SnapshotReference(text, "")
                : new SnapshotReference(text.substring(0, colon), clean(text.substring(colon + 1)));
    }

    private static String clean(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/")) {
            if ("..".equals(name)) {
                names.pollLast();
            } else if (!name.isEmpty() && !".".equals(name)) {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }
}
