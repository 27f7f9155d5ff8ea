package dev.coffer.engine.fs;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.coffer.engine.fs.FileStat.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

/** Attributes from the JDK. */
final class NioStat {

    private static final int FILE_PERMISSIONS = 0644;
    private static final int DIRECTORY_PERMISSIONS = 0755;

    private final boolean unix;
    private final SeenOwners owners;

    /**
     * For this machine.
     *
     * @param unix whether the JDK offers the attributes of Unix
     * @param owners told of the owners of all files
     */
    NioStat(boolean unix, SeenOwners owners) {
        this.unix = unix;
        this.owners = owners;
    }

    FileStat read(Path path) throws IOException {
        return unix ? unixStat(path) : basicStat(path);
    }

    private FileStat unixStat(Path path) throws IOException {
        Map<String, Object> all = Files.readAttributes(path, "unix:*", NOFOLLOW_LINKS);
        int mode = (int) number(all, "mode");
        long uid = number(all, "uid");
        long gid = number(all, "gid");
        owners.rememberUser(uid, all.get("owner"));
        owners.rememberGroup(gid, all.get("group"));
        return new FileStat(
                PosixMode.kind(mode),
                mode & PosixMode.PERMISSIONS,
                number(all, "size"),
                -1,
                number(all, "nlink"),
                number(all, "ino"),
                number(all, "dev"),
                number(all, "rdev"),
                uid,
                gid,
                time(all, "lastModifiedTime"),
                time(all, "lastAccessTime"),
                time(all, "ctime"));
    }

    private static FileStat basicStat(Path path) throws IOException {
        BasicFileAttributes all = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
        Instant mtime = all.lastModifiedTime().toInstant();
        Instant atime = all.lastAccessTime().toInstant();
        int permissions = all.isDirectory() ? DIRECTORY_PERMISSIONS : FILE_PERMISSIONS;
        return new FileStat(kind(all), permissions, all.size(), -1, 1, 0, 0, 0, 0, 0, mtime, atime, mtime);
    }

    private static Kind kind(BasicFileAttributes all) {
        if (all.isRegularFile()) {
            return Kind.FILE;
        }
        return all.isDirectory() ? Kind.DIRECTORY : all.isSymbolicLink() ? Kind.SYMLINK : Kind.OTHER;
    }

    private static long number(Map<String, Object> all, String name) {
        return switch (all.get(name)) {
            case Integer small -> Integer.toUnsignedLong(small);
            case Number large -> large.longValue();
            case null, default -> 0;
        };
    }

    private static Instant time(Map<String, Object> all, String name) {
        return all.get(name) instanceof FileTime time ? time.toInstant() : Instant.EPOCH;
    }
}
