package dev.coffer.backend.local;

import dev.coffer.backend.FileType;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * Removals of files that refer to others, and that a power cut may still undo. At first there may be some of other processes.
 * Safe for use by any thread.
 */
final class PendingRemovals {

    private static final Set<FileType> REFERRING = EnumSet.of(FileType.SNAPSHOT, FileType.INDEX);

    private final Path root;
    private final Set<FileType> pending = EnumSet.copyOf(REFERRING);

    /** @param root folder of the repository */
    PendingRemovals(Path root) {
        this.root = root;
    }

    /** A file of this type was removed. */
    synchronized void add(FileType type) {
        if (REFERRING.contains(type)) {
            pending.add(type);
        }
    }

    /** Returns when no power cut undoes any of them; whoever asks meanwhile waits as well. */
    synchronized void force() throws IOException {
        for (FileType type : Set.copyOf(pending)) {
            try {
                FolderSync.force(root.resolve(type.directory()));
            } catch (NoSuchFileException _) {
                // Nothing has ever been there.
            }
            pending.remove(type);
        }
    }
}
