package dev.coffer.engine.fs;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.coffer.engine.fs.FileStat.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Attributes from the JDK. It does not tell the name for the number of an owner nor the reverse, so those seen with files
 * are kept for when somebody asks.
 */
final class NioStat {

    private static final int FILE_PERMISSIONS = 0644;
    private static final int DIRECTORY_PERMISSIONS = 0755;

    private final boolean unix;
    private final Map<Long, String> users = new ConcurrentHashMap<>();
    private final Map<Long, String> groups = new ConcurrentHashMap<>();

    NioStat(boolean unix) {
        this.unix = unix;
    }

    FileStat read(Path path) throws IOException {
        return unix ? unixStat(path) : basicStat(path);
    }

    private FileStat unixStat(Path path) throws IOException {
        Map<String, Object> all = Files.readAttributes(path, "unix:*", NOFOLLOW_LINKS);
        int mode = (int) number(all, "mode");
        long uid = number(all, "uid");
        long gid = number(all, "gid");
        remember(users, uid, all.get("owner"));
        remember(groups, gid, all.get("group"));
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

    private static void remember(Map<Long, String> names, long id, @Nullable Object owner) {
        // The JDK makes up a name from the number when there is none.
        if (owner instanceof UserPrincipal principal && !principal.getName().equals(Long.toString(id))) {
            names.putIfAbsent(id, principal.getName());
        }
    }

    String userName(long uid) {
        return users.getOrDefault(uid, "");
    }

    String groupName(long gid) {
        return groups.getOrDefault(gid, "");
    }

    Optional<Long> userId(String name) {
        return idOf(name, users);
    }

    Optional<Long> groupId(String name) {
        return idOf(name, groups);
    }

    private static Optional<Long> idOf(String name, Map<Long, String> names) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
