package dev.coffer.engine.fs;

import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.ExtendedAttribute;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Extended attributes (xattr(7)). */
final class LinuxAttributes {

    /** First try; the kernel clears as much memory as it is offered, so offer little to the many files without any. */
    private static final int USUAL_SIZE = 1024;

    /** The kernel permits no longer list of names and no longer value. */
    private static final int LARGEST_SIZE = 1 << 16;

    private LinuxAttributes() {}

    static List<ExtendedAttribute> read(String path) throws IOException {
        List<String> names = names(path);
        if (names.isEmpty()) {
            return List.of();
        }
        List<ExtendedAttribute> attributes = new ArrayList<>(names.size());
        for (String name : names) {
            value(path, name).ifPresent(value -> attributes.add(new ExtendedAttribute(name, value)));
        }
        return attributes;
    }

    static List<String> names(String path) throws IOException {
        try (Scratch memory = Scratch.take()) {
            long address = memory.path(path);
            long length = list(memory, address, USUAL_SIZE);
            if (length == -Errno.ERANGE) {
                length = list(memory, address, LARGEST_SIZE);
            }
            if (length == 0 || length == -Errno.EOPNOTSUPP) {
                return List.of();
            }
            LinuxFiles.require(length, path, "list extended attributes");
            return split(memory.bytes(length));
        }
    }

    private static long list(Scratch memory, long path, int size) {
        return memory.call(SystemCall.LLISTXATTR, path, memory.buffer.address(), size);
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
    private static Optional<byte[]> value(String path, String name) throws IOException {
        try (Scratch memory = Scratch.take()) {
            long file = memory.path(path);
            long attribute = memory.otherPath(name);
            long length = get(memory, file, attribute, USUAL_SIZE);
            if (length == -Errno.ERANGE) {
                length = get(memory, file, attribute, LARGEST_SIZE);
            }
            if (length == -Errno.ENODATA || length == -Errno.EOPNOTSUPP) {
                return Optional.empty();
            }
            LinuxFiles.require(length, path, "read extended attribute " + NativeString.printable(name));
            return Optional.of(memory.bytes(length));
        }
    }

    private static long get(Scratch memory, long path, long name, int size) {
        return memory.call(SystemCall.LGETXATTR, path, name, memory.buffer.address(), size);
    }

    static void set(String path, String name, byte[] value) throws IOException {
        if (value.length > LARGEST_SIZE) {
            throw new FileSystemException(
                    NativeString.printable(path),
                    null,
                    "cannot set extended attribute " + NativeString.printable(name) + ": its value of " + value.length
                            + " bytes is longer than Linux permits");
        }
        try (Scratch memory = Scratch.take()) {
            long bytes = memory.buffer(value, 0, value.length);
            long result = memory.call(
                    SystemCall.LSETXATTR, memory.path(path), memory.otherPath(name), bytes, value.length, 0);
            requireSupported(result, path, "set extended attribute " + NativeString.printable(name));
        }
    }

    static void remove(String path, String name) throws IOException {
        try (Scratch memory = Scratch.take()) {
            long result = memory.call(SystemCall.LREMOVEXATTR, memory.path(path), memory.otherPath(name), 0);
            requireSupported(result, path, "remove extended attribute " + NativeString.printable(name));
        }
    }

    private static void requireSupported(long result, String path, String attempt) throws FileSystemException {
        if (result == -Errno.EOPNOTSUPP) {
            throw new UnsupportedAttributeException(
                    NativeString.printable(path),
                    "cannot " + attempt + ": " + NativeLibrary.errorText(Errno.EOPNOTSUPP));
        }
        LinuxFiles.require(result, path, attempt);
    }
}
