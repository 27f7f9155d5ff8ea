package dev.coffer.engine.fs;

import dev.coffer.engine.tree.ExtendedAttribute;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * The file system of this machine, as exactly as the machine allows: raw names, nanoseconds, extended attributes, device
 * nodes. Backup reads through it and restore writes through it.
 *
 * <p>Paths are absolute, with {@code /} between names, and carry any bytes (see {@link
 * dev.coffer.engine.text.NativeString}). No method follows a symbolic link in the last component. Failures are {@link
 * java.nio.file.FileSystemException}s: {@code NoSuchFileException}, {@code AccessDeniedException} (also for what only the
 * superuser may do), {@code FileAlreadyExistsException}, {@code NotDirectoryException}, {@code DirectoryNotEmptyException}
 * where they fit, {@link OutOfSpaceException}, otherwise with the system's own words as reason. Safe for use by any number of threads; a call does not
 * react to interruption, and a virtual thread keeps its carrier until it returns.
 */
public interface LocalFiles {

    /** The best implementation for this machine: system calls on 64-bit Linux, what the JDK offers elsewhere. */
    static LocalFiles host() {
        return HostFiles.INSTANCE;
    }

    FileStat stat(String path) throws IOException;

    /** Names in a directory except {@code .} and {@code ..}, in no particular order. */
    List<String> list(String directory) throws IOException;

    String readLink(String path) throws IOException;

    /** In the order the system lists them; empty where the file system knows none. */
    List<ExtendedAttribute> extendedAttributes(String path) throws IOException;

    /** The users and groups that files belong to. */
    Owners owners();

    /**
     * Opens a regular file for reading without changing its access time where the system permits that. Anything else that
     * stands in its place is refused without waiting for it.
     */
    OpenFile openForReading(String path) throws IOException;

    /** Opens an existing regular file for reading and writing; refuses symbolic links. */
    OpenFile openForWriting(String path) throws IOException;

    /** Creates a file with mode 0600 that must not exist yet, and opens it for reading and writing. */
    OpenFile create(String path) throws IOException;

    /** Creates a directory with mode 0700. */
    void createDirectory(String path) throws IOException;

    void createSymlink(String path, String target) throws IOException;

    void createLink(String path, String existing) throws IOException;

    void createFifo(String path) throws IOException;

    /** Creates a block or character device node. */
    void createDevice(String path, FileStat.Kind kind, long rdev) throws IOException;

    /** Removes a file or an empty directory. */
    void remove(String path) throws IOException;

    void setOwner(String path, long uid, long gid) throws IOException;

    /** Sets permission, set-id and sticky bits. Not for symbolic links. */
    void setPermissions(String path, int permissions) throws IOException;

    /** Sets both times of the entry itself, also of a symbolic link. */
    void setTimes(String path, Instant atime, Instant mtime) throws IOException;

    /**
     * Sets an attribute, which may exist.
     *
     * @throws UnsupportedAttributeException if the file system has no place for it
     */
    void setExtendedAttribute(String path, String name, byte[] value) throws IOException;

    void removeExtendedAttribute(String path, String name) throws IOException;

    /** Whether this process may change owners (runs as the superuser). */
    boolean privileged();

    /**
     * An open regular file. Closed by its owner; positional access is safe from several threads. Its metadata may be set
     * however it was opened, and are those of the file that is really open where the system permits that; what writing to
     * the file would change again is set no later than when it is closed.
     */
    interface OpenFile extends Entry, Closeable {

        /** Reads {@code length} bytes, fewer only at the end of the file; returns their number, or -1 if there are none. */
        int read(long position, byte[] buffer, int offset, int length) throws IOException;

        /** Writes all {@code length} bytes. */
        void write(long position, byte[] buffer, int offset, int length) throws IOException;

        /** Cuts or extends (with a hole) to {@code size}. */
        void setSize(long size) throws IOException;

        /** Reserves space up to {@code size} without changing the size; does nothing where the system cannot. */
        void reserve(long size) throws IOException;
    }
}
