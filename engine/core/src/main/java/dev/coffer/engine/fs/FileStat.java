package dev.coffer.engine.fs;

import java.time.Instant;

/**
 * What the system tells of a file, not following symbolic links.
 *
 * @param kind type of the file
 * @param permissions POSIX permission, set-id and sticky bits ({@code 07777})
 * @param size in bytes
 * @param blocks 512-byte blocks really allocated, or -1 when the system does not tell
 * @param links number of hard links
 * @param device device number of the file system that holds it ({@code st_dev})
 * @param rdev of device nodes: their device number ({@code st_rdev})
 */
public record FileStat(
        Kind kind,
        int permissions,
        long size,
        long blocks,
        long links,
        long inode,
        long device,
        long rdev,
        long uid,
        long gid,
        Instant mtime,
        Instant atime,
        Instant ctime) {

    /** Types of file. */
    public enum Kind {
        FILE,
        DIRECTORY,
        SYMLINK,
        BLOCK_DEVICE,
        CHAR_DEVICE,
        FIFO,
        SOCKET,
        OTHER
    }

    public boolean isDirectory() {
        return kind == Kind.DIRECTORY;
    }

    public boolean isFile() {
        return kind == Kind.FILE;
    }
}
