package dev.coffer.engine.fs;

import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.ExtendedAttribute;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.List;

/** Linux, by its system calls: names stay bytes whatever the locale of the JVM. */
final class LinuxFiles implements LocalFiles {

    /** Stands for "relative to the working directory" where a call takes a directory; all paths are absolute. */
    static final long HERE = -100;

    private static final int NO_FOLLOW = 0x100;
    private static final int REMOVE_DIRECTORY = 0x200;
    private static final int NEW_DIRECTORY = 0700;
    private static final int NEW_SPECIAL = 0600;

    private final Owners owners = new UserDatabase();

    @Override
    public FileStat stat(String path) throws IOException {
        return Statx.ofPath(path);
    }

    @Override
    public List<String> list(String directory) throws IOException {
        return LinuxDirectory.names(directory);
    }

    @Override
    public String readLink(String path) throws IOException {
        try (Scratch memory = Scratch.take()) {
            // The kernel never gives more than the longest path, for which the buffer is large enough.
            long length = memory.call(
                    SystemCall.READLINKAT, HERE, memory.path(path), memory.buffer.address(), Scratch.BUFFER_SIZE);
            require(length, path, "read the symbolic link");
            return NativeString.decode(memory.bytes(length));
        }
    }

    @Override
    public List<ExtendedAttribute> extendedAttributes(String path) throws IOException {
        return LinuxAttributes.ofPath(path).read();
    }

    @Override
    public Owners owners() {
        return owners;
    }

    @Override
    public OpenFile openForReading(String path) throws IOException {
        return LinuxOpenFile.forReading(path);
    }

    @Override
    public OpenFile openForWriting(String path) throws IOException {
        return LinuxOpenFile.forWriting(path);
    }

    @Override
    public OpenFile create(String path) throws IOException {
        return LinuxOpenFile.create(path);
    }

    @Override
    public void createDirectory(String path) throws IOException {
        try (Scratch memory = Scratch.take()) {
            long result = memory.call(SystemCall.MKDIRAT, HERE, memory.path(path), NEW_DIRECTORY);
            require(result, path, "create the directory");
        }
    }

    @Override
    public void createSymlink(String path, String target) throws IOException {
        try (Scratch memory = Scratch.take()) {
            long result = memory.call(SystemCall.SYMLINKAT, memory.otherPath(target), HERE, memory.path(path));
            require(result, path, "create the symbolic link");
        }
    }

    @Override
    public void createLink(String path, String existing) throws IOException {
        try (Scratch memory = Scratch.take()) {
            long result = memory.call(SystemCall.LINKAT, HERE, memory.otherPath(existing), HERE, memory.path(path), 0);
            require(result, path, "create a hard link to " + NativeString.printable(existing));
        }
    }

    @Override
    public void createFifo(String path) throws IOException {
        createSpecial(path, FileStat.Kind.FIFO, 0, "create the named pipe");
    }

    @Override
    public void createDevice(String path, FileStat.Kind kind, long rdev) throws IOException {
        createSpecial(path, kind, rdev, "create the device node");
    }

    private static void createSpecial(String path, FileStat.Kind kind, long rdev, String attempt) throws IOException {
        try (Scratch memory = Scratch.take()) {
            int mode = PosixMode.specialType(kind) | NEW_SPECIAL;
            require(memory.call(SystemCall.MKNODAT, HERE, memory.path(path), mode, rdev), path, attempt);
        }
    }

    @Override
    public void remove(String path) throws IOException {
        try (Scratch memory = Scratch.take()) {
            long address = memory.path(path);
            long result = memory.call(SystemCall.UNLINKAT, HERE, address, 0);
            if (result == -Errno.EISDIR || result == -Errno.EPERM) {
                long second = memory.call(SystemCall.UNLINKAT, HERE, address, REMOVE_DIRECTORY);
                result = second == -Errno.ENOTDIR ? result : second;
            }
            require(result, path, "remove it");
        }
    }

    @Override
    public void setOwner(String path, long uid, long gid) throws IOException {
        try (Scratch memory = Scratch.take()) {
            long result = memory.call(SystemCall.FCHOWNAT, HERE, memory.path(path), uid, gid, NO_FOLLOW);
            require(result, path, "set the owner");
        }
    }

    @Override
    public void setPermissions(String path, int permissions) throws IOException {
        try (Scratch memory = Scratch.take()) {
            long address = memory.path(path);
            long result = memory.call(SystemCall.FCHMODAT2, HERE, address, permissions, NO_FOLLOW);
            // Kernels before 6.6 do not know the call, and old sandboxes forbid what they do not know.
            if (result == -Errno.ENOSYS || result == -Errno.EPERM) {
                result = LinuxOpenFile.setPermissionsByDescriptor(memory, address, permissions);
            }
            require(result, path, "set the permissions");
        }
    }

    @Override
    public void setTimes(String path, Instant atime, Instant mtime) throws IOException {
        try (Scratch memory = Scratch.take()) {
            long result =
                    memory.call(SystemCall.UTIMENSAT, HERE, memory.path(path), memory.times(atime, mtime), NO_FOLLOW);
            require(result, path, "set the times");
        }
    }

    @Override
    public void setExtendedAttribute(String path, String name, byte[] value) throws IOException {
        LinuxAttributes.ofPath(path).set(name, value);
    }

    @Override
    public void removeExtendedAttribute(String path, String name) throws IOException {
        LinuxAttributes.ofPath(path).remove(name);
    }

    @Override
    public boolean privileged() {
        try (Scratch memory = Scratch.take()) {
            return memory.call(SystemCall.GETEUID, 0, 0, 0) == 0;
        }
    }

    /** Throws what the result of a call says, if it is an error. */
    static void require(long result, String path, String attempt) throws FileSystemException {
        if (result < 0) {
            throw Errno.failure(path, attempt, (int) -result);
        }
    }
}
