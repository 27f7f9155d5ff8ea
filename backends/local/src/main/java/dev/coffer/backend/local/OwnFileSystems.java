package dev.coffer.backend.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * The file systems that one machine has for itself. There, a file that was renamed to its final name is in every listing that
 * begins afterwards (POSIX, {@code readdir}). Those that machines share, as by NFS or SMB, show it to others when these next
 * look at the server; what FUSE mounts may be either.
 */
final class OwnFileSystems {

    /** As the systems call them. */
    private static final Set<String> TYPES = Set.of(
            "apfs",
            "bcachefs",
            "btrfs",
            "ext2",
            "ext3",
            "ext4",
            "f2fs",
            "hfs",
            "jfs",
            "nilfs2",
            "NTFS",
            "overlay",
            "ramfs",
            "reiserfs",
            "tmpfs",
            "ufs",
            "xfs",
            "zfs");

    private OwnFileSystems() {}

    /** Whether a folder is known to be in one. */
    static boolean hold(Path folder) {
        try {
            return areOfType(Files.getFileStore(folder).type());
        } catch (IOException _) {
            return false;
        }
    }

    static boolean areOfType(String type) {
        return TYPES.contains(type);
    }
}
