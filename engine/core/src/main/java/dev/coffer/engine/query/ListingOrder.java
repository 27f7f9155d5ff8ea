package dev.coffer.engine.query;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.text.NativeString;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Orders a listing can be sorted in. Nodes that are equal in an order stand in the order of their paths. */
public enum ListingOrder {
    /** The order of the snapshot itself. */
    NAME,
    SIZE,
    MTIME,
    ATIME,
    CTIME,
    EXTENSION;

    private Comparator<FoundNode> comparator() {
        return switch (this) {
            case NAME -> (_, _) -> 0;
            case SIZE ->
                byPath((a, b) -> Long.compareUnsigned(a.node().size(), b.node().size()));
            case MTIME ->
                byPath(Comparator.comparing(found -> found.node().mtime().toInstant()));
            case ATIME ->
                byPath(Comparator.comparing(found -> found.node().atime().toInstant()));
            case CTIME ->
                byPath(Comparator.comparing(found -> found.node().ctime().toInstant()));
            case EXTENSION -> byPath((a, b) -> NativeString.compareBytes(extension(a), extension(b)));
        };
    }

    private static Comparator<FoundNode> byPath(Comparator<FoundNode> first) {
        return first.thenComparing((a, b) -> NativeString.compareBytes(a.path(), b.path()));
    }

    private static String extension(FoundNode found) {
        String path = found.path();
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(dot) : "";
    }

    /**
     * The order that a word of the command line stands for.
     *
     * @throws BadRequest if it stands for none
     */
    public static ListingOrder parse(String word) throws BadRequest {
        return switch (word) {
            case "name" -> NAME;
            case "size" -> SIZE;
            case "time", "mtime" -> MTIME;
            case "atime" -> ATIME;
            case "ctime" -> CTIME;
            case "extension" -> EXTENSION;
            default ->
                throw new BadRequest("invalid sort mode \"" + word
                        + "\", must be one of (name|size|time=mtime|atime|ctime|extension)");
        };
    }

    /** Sorts nodes given in the order of the snapshot. */
    public void sort(List<FoundNode> nodes, Direction direction) {
        nodes.sort(comparator());
        if (direction == Direction.DESCENDING) {
            Collections.reverse(nodes);
        }
    }

    /** Which end comes first. */
    public enum Direction {
        ASCENDING,
        DESCENDING
    }
}
