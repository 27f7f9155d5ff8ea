package dev.coffer.engine.restore;

import dev.coffer.engine.tree.ExtendedAttribute;
import java.time.Instant;
import java.util.List;

/**
 * The metadata that an entry is to have. One is kept for every file and directory until it is restored, hence numbers
 * instead of objects.
 *
 * @param permissions POSIX permission, set-id and sticky bits
 * @param atimeSecond since the epoch; the nanoseconds within it stand next to it
 */
record Metadata(
        long uid,
        long gid,
        int permissions,
        long atimeSecond,
        int atimeNanos,
        long mtimeSecond,
        int mtimeNanos,
        List<ExtendedAttribute> attributes) {

    private static final int SET_ID = 06000;

    Instant atime() {
        return Instant.ofEpochSecond(atimeSecond, atimeNanos);
    }

    Instant mtime() {
        return Instant.ofEpochSecond(mtimeSecond, mtimeNanos);
    }

    /** Whether the entry is a program that runs as its owner or group, or a directory that hands its group on. */
    boolean setsId() {
        return (permissions & SET_ID) != 0;
    }

    int permissionsWithoutSetId() {
        return permissions & ~SET_ID;
    }
}
