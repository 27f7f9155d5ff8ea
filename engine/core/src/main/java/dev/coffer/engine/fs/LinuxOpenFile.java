package dev.coffer.engine.fs;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.coffer.engine.fs.LocalFiles.OpenFile;
import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.ExtendedAttribute;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A regular file open under a descriptor. The bytes go through native memory, which costs little next to reading them. */
final class LinuxOpenFile implements OpenFile {

    private static final Machine MACHINE = Machine.current().orElseThrow();

    private static final int READ_WRITE = 02;
    private static final int CREATE_NEW = 0100 | 0200;
    private static final int NO_TERMINAL = 0400;
    private static final int NO_WAIT = 04000;
    private static final int NO_ACCESS_TIME = 01000000;
    private static final int PATH_ONLY = 010000000;
    /** Closed in child processes. */
    private static final int PRIVATE = 02000000;

    private static final int ALWAYS = PRIVATE | NO_TERMINAL | MACHINE.noFollow;
    private static final int NEW_FILE = 0600;
    private static final int KEEP_SIZE = 1;

    private final long descriptor;
    private final String path;
    private volatile boolean closed;

    private LinuxOpenFile(long descriptor, String path) {
        this.descriptor = descriptor;
        this.path = path;
    }

    static LinuxOpenFile forReading(String path) throws IOException {
        return regular(path, open(path, NO_ACCESS_TIME));
    }

    static LinuxOpenFile forWriting(String path) throws IOException {
        return regular(path, open(path, READ_WRITE));
    }

    static LinuxOpenFile create(String path) throws IOException {
        try (Scratch memory = Scratch.take()) {
            int flags = READ_WRITE | CREATE_NEW | ALWAYS;
            long result = memory.call(SystemCall.OPENAT, LinuxFiles.HERE, memory.path(path), flags, NEW_FILE);
            LinuxFiles.require(result, path, "create the file");
            return new LinuxOpenFile(result, path);
        }
    }

    /** Opens a directory for listing; the caller closes the descriptor. */
    static long openDirectory(Scratch memory, String path) throws IOException {
        long address = memory.path(path);
        int flags = ALWAYS | MACHINE.directoryOnly;
        long result = openAt(memory, address, flags | NO_ACCESS_TIME);
        if (result == -Errno.EPERM) {
            result = openAt(memory, address, flags);
        }
        LinuxFiles.require(result, path, "open the directory");
        return result;
    }

    /** The descriptor names the entry itself; {@code /proc} then leads to it without following a symbolic link again. */
    static long setPermissionsByDescriptor(Scratch memory, long path, int permissions) throws IOException {
        long descriptor = openAt(memory, path, PATH_ONLY | PRIVATE | MACHINE.noFollow);
        if (descriptor < 0) {
            return descriptor;
        }
        try {
            long link = memory.otherPath("/proc/self/fd/" + descriptor);
            return memory.call(SystemCall.FCHMODAT, LinuxFiles.HERE, link, permissions);
        } finally {
            memory.closeDescriptor(descriptor);
        }
    }

    /** Opens without ever waiting for a pipe or terminal that took the place of the file. */
    private static long open(String path, int wanted) throws IOException {
        try (Scratch memory = Scratch.take()) {
            long address = memory.path(path);
            int flags = wanted | ALWAYS | NO_WAIT;
            long result = openAt(memory, address, flags);
            if (result == -Errno.EPERM && (flags & NO_ACCESS_TIME) != 0) {
                // Only its owner may read a file without a trace.
                flags &= ~NO_ACCESS_TIME;
                result = openAt(memory, address, flags);
            }
            if (result == -Errno.EAGAIN) {
                // Another program holds a lease on the file: wait until it gives way.
                result = openAt(memory, address, flags & ~NO_WAIT);
            }
            LinuxFiles.require(result, path, "open the file");
            return result;
        }
    }

    private static long openAt(Scratch memory, long path, int flags) {
        return memory.call(SystemCall.OPENAT, LinuxFiles.HERE, path, flags);
    }

    private static LinuxOpenFile regular(String path, long descriptor) throws IOException {
        LinuxOpenFile file = new LinuxOpenFile(descriptor, path);
        boolean usable = false;
        try {
            FileStat.Kind kind = file.stat().kind();
            if (kind != FileStat.Kind.FILE) {
                throw new FileSystemException(
                        NativeString.printable(path), null, "cannot open the file: it is no regular file");
            }
            usable = true;
            return file;
        } finally {
            if (!usable) {
                file.close();
            }
        }
    }

    @Override
    public FileStat stat() throws IOException {
        return Statx.ofDescriptor(usable(), path);
    }

    @Override
    public int read(long position, byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        int total = 0;
        try (Scratch memory = Scratch.take()) {
            while (total < length) {
                int wanted = Math.min(length - total, Scratch.BUFFER_SIZE);
                long result =
                        memory.call(SystemCall.PREAD, usable(), memory.buffer.address(), wanted, position + total);
                LinuxFiles.require(result, path, "read the file");
                if (result == 0) {
                    return total == 0 ? -1 : total;
                }
                MemorySegment.copy(memory.buffer, JAVA_BYTE, 0, buffer, offset + total, (int) result);
                total += (int) result;
            }
        }
        return total;
    }

    @Override
    public void write(long position, byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        int total = 0;
        try (Scratch memory = Scratch.take()) {
            while (total < length) {
                int size = Math.min(length - total, Scratch.BUFFER_SIZE);
                long bytes = memory.buffer(buffer, offset + total, size);
                long result = memory.call(SystemCall.PWRITE, usable(), bytes, size, position + total);
                LinuxFiles.require(result, path, "write the file");
                total += (int) result;
            }
        }
    }

    @Override
    public void setSize(long size) throws IOException {
        try (Scratch memory = Scratch.take()) {
            LinuxFiles.require(memory.call(SystemCall.FTRUNCATE, usable(), size, 0), path, "set the size");
        }
    }

    @Override
    public void reserve(long size) throws IOException {
        if (size == 0) {
            return;
        }
        try (Scratch memory = Scratch.take()) {
            long result = memory.call(SystemCall.FALLOCATE, usable(), KEEP_SIZE, 0, size);
            if (result != -Errno.EOPNOTSUPP && result != -Errno.ENOSYS) {
                LinuxFiles.require(result, path, "reserve space");
            }
        }
    }

    @Override
    public List<ExtendedAttribute> extendedAttributes() throws IOException {
        return attributes().read();
    }

    @Override
    public void setExtendedAttribute(String name, byte[] value) throws IOException {
        attributes().set(name, value);
    }

    @Override
    public void removeExtendedAttribute(String name) throws IOException {
        attributes().remove(name);
    }

    private LinuxAttributes attributes() throws IOException {
        return LinuxAttributes.ofDescriptor(usable(), path);
    }

    @Override
    public void setOwner(long uid, long gid) throws IOException {
        try (Scratch memory = Scratch.take()) {
            LinuxFiles.require(memory.call(SystemCall.FCHOWN, usable(), uid, gid), path, "set the owner");
        }
    }

    @Override
    public void setPermissions(int permissions) throws IOException {
        try (Scratch memory = Scratch.take()) {
            long result = memory.call(SystemCall.FCHMOD, usable(), permissions, 0);
            LinuxFiles.require(result, path, "set the permissions");
        }
    }

    @Override
    public void setTimes(Instant atime, Instant mtime) throws IOException {
        try (Scratch memory = Scratch.take()) {
            // Without a path it is the open file whose times are set.
            long result = memory.call(SystemCall.UTIMENSAT, usable(), 0, memory.times(atime, mtime), 0);
            LinuxFiles.require(result, path, "set the times");
        }
    }

    private long usable() throws IOException {
        if (closed) {
            throw new FileSystemException(NativeString.printable(path), null, "the file is closed");
        }
        return descriptor;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (Scratch memory = Scratch.take()) {
            memory.closeDescriptor(descriptor);
        }
    }
}
