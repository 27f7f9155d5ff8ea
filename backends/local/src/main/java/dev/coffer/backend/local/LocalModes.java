package dev.coffer.backend.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * With which permissions folders and files are made. A repository belongs to its owner alone, unless its config is
 * readable for the group: then the group takes part in everything.
 *
 * @param folder for new folders
 * @param writing for a file that is being written
 * @param finished for a file that is complete; nobody may write it
 */
record LocalModes(
        Set<PosixFilePermission> folder, Set<PosixFilePermission> writing, Set<PosixFilePermission> finished) {

    static final LocalModes OWNER = modes("rwx------", "rw-------", "r--------");
    static final LocalModes GROUP = modes("rwxrwx---", "rw-rw----", "r--r-----");

    /** The permissions that fit the repository at {@code root}; it may not be there yet. */
    static LocalModes of(Path root) {
        try {
            boolean group =
                    Files.getPosixFilePermissions(root.resolve("config")).contains(PosixFilePermission.GROUP_READ);
            return group ? GROUP : OWNER;
        } catch (IOException | UnsupportedOperationException _) {
            return OWNER;
        }
    }

    FileAttribute<?>[] folderAttributes(Path path) {
        return attributes(path, folder);
    }

    FileAttribute<?>[] fileAttributes(Path path) {
        return attributes(path, writing);
    }

    /** File systems without POSIX permissions refuse them at creation, so they are asked first. */
    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static LocalModes modes(String folder, String writing, String finished) {
        return new LocalModes(
                PosixFilePermissions.fromString(folder),
                PosixFilePermissions.fromString(writing),
                PosixFilePermissions.fromString(finished));
    }
}
