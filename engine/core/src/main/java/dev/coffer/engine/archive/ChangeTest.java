package dev.coffer.engine.archive;

import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import java.time.Instant;
import java.time.OffsetDateTime;

/** By what a file is taken for unchanged (repository format, "Change detection"). */
public enum ChangeTest {
    /** Size, mtime, ctime, and inode. */
    STRICT,
    /** All but ctime, which also changes with the number of links or the owner. */
    WITHOUT_CTIME,
    /** Size and mtime alone, for file systems with unstable inodes. */
    WITHOUT_INODE;

    /** Whether a file looks the same as when {@code previous} described it. */
    boolean unchanged(Node previous, FileStat stat) {
        return previous.type() == NodeType.FILE
                && previous.content() != null
                && previous.size() == stat.size()
                && same(previous.mtime(), stat.mtime())
                && (this != STRICT || same(previous.ctime(), stat.ctime()))
                && (this == WITHOUT_INODE || previous.inode() == stat.inode());
    }

    private static boolean same(OffsetDateTime stored, Instant found) {
        return stored.toEpochSecond() == found.getEpochSecond() && stored.getNano() == found.getNano();
    }
}
