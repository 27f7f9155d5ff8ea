package dev.coffer.engine.fs;

import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.ExtendedAttribute;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Extended attributes (xattr(7)) of one entry, which is named by its path or by a descriptor. */
final class LinuxAttributes {

    /** First try; the kernel clears as much memory as it is offered, so offer little to the many files without any. */
    private static final int USUAL_SIZE = 1024;

    /** The kernel permits no longer list of names and no longer value. */
    private static final int LARGEST_SIZE = 1 << 16;

    private final Calls calls;
    private final String path;
    private final long descriptor;

    /** The system calls, which differ in what their first argument is. */
    private enum Calls {
        BY_PATH(SystemCall.LLISTXATTR, SystemCall.LGETXATTR, SystemCall.LSETXATTR, SystemCall.LREMOVEXATTR),
        BY_DESCRIPTOR(SystemCall.FLISTXATTR, SystemCall.FGETXATTR, SystemCall.FSETXATTR, SystemCall.FREMOVEXATTR);

        private final SystemCall list;
        private final SystemCall get;
        private final SystemCall set;
        private final SystemCall remove;

        Calls(SystemCall list, SystemCall get, SystemCall set, SystemCall remove) {
            this.list = list;
            this.get = get;
            this.set = set;
            this.remove = remove;
        }
    }

    private LinuxAttributes(Calls calls, String path, long descriptor) {
        this.calls = calls;
        this.path = path;
        this.descriptor = descriptor;
    }

    static LinuxAttributes ofPath(String path) {
        return new LinuxAttributes(Calls.BY_PATH, path, -1);
    }

    /** Those of an open file; {@code path} is for messages. */
    static LinuxAttributes ofDescriptor(long descriptor, String path) {
        return new LinuxAttributes(Calls.BY_DESCRIPTOR, path, descriptor);
    }

    /** The first argument of a call. */
    private long entry(Scratch memory) throws IOException {
        return calls == Calls.BY_PATH ? memory.path(path) : descriptor;
    }

    List<ExtendedAttribute> read() throws IOException {
        List<String> names = names();
        if (names.isEmpty()) {
            return List.of();
        }
        List<ExtendedAttribute> attributes = new ArrayList<>(names.size());
        for (String name : names) {
            value(name).ifPresent(value -> attributes.add(new ExtendedAttribute(name, value)));
        }
        return attributes;
    }

    private List<String> names() throws IOException {
        try (Scratch memory = Scratch.take()) {
            long entry = entry(memory);
            long length = list(memory, entry, USUAL_SIZE);
            if (length == -Errno.ERANGE) {
                length = list(memory, entry, LARGEST_SIZE);
            }
            if (length == 0 || length == -Errno.EOPNOTSUPP) {
                return List.of();
            }
            LinuxFiles.require(length, path, "list extended attributes");
            return split(memory.bytes(length));
        }
    }

    private long list(Scratch memory, long entry, int size) {
        return memory.call(calls.list, entry, memory.buffer.address(), size);
    }

    private static List<String> split(byte[] list) {
        List<String> names = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < list.length; i++) {
            if (list[i] == 0) {
                names.add(NativeString.decode(list, start, i - start));
                start = i + 1;
            }
        }
        return names;
    }

    /** The value, or empty if the attribute went away since it was listed, or its name space has no values. */
    private Optional<byte[]> value(String name) throws IOException {
        try (Scratch memory = Scratch.take()) {
            long entry = entry(memory);
            long attribute = memory.otherPath(name);
            long length = get(memory, entry, attribute, USUAL_SIZE);
            if (length == -Errno.ERANGE) {
                length = get(memory, entry, attribute, LARGEST_SIZE);
            }
            if (length == -Errno.ENODATA || length == -Errno.EOPNOTSUPP) {
                return Optional.empty();
            }
            LinuxFiles.require(length, path, "read extended attribute " + NativeString.printable(name));
            return Optional.of(memory.bytes(length));
        }
    }

    private long get(Scratch memory, long entry, long name, int size) {
        return memory.call(calls.get, entry, name, memory.buffer.address(), size);
    }

    void set(String name, byte[] value) throws IOException {
        if (value.length > LARGEST_SIZE) {
            throw new FileSystemException(
                    NativeString.printable(path),
                    null,
                    "cannot set extended attribute " + NativeString.printable(name) + ": its value of " + value.length
                            + " bytes is longer than Linux permits");
        }
        try (Scratch memory = Scratch.take()) {
            long bytes = memory.buffer(value, 0, value.length);
            long result = memory.call(calls.set, entry(memory), memory.otherPath(name), bytes, value.length, 0);
            requireSupported(result, "set extended attribute " + NativeString.printable(name));
        }
    }

    void remove(String name) throws IOException {
        try (Scratch memory = Scratch.take()) {
            long result = memory.call(calls.remove, entry(memory), memory.otherPath(name), 0);
            requireSupported(result, "remove extended attribute " + NativeString.printable(name));
        }
    }

    private void requireSupported(long result, String attempt) throws FileSystemException {
        if (result == -Errno.EOPNOTSUPP) {
            throw new UnsupportedAttributeException(
                    NativeString.printable(path),
                    "cannot " + attempt + ": " + NativeLibrary.errorText(Errno.EOPNOTSUPP));
        }
        LinuxFiles.require(result, path, attempt);
    }
}
