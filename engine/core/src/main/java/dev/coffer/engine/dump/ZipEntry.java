package dev.coffer.engine.dump;

import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.FileMode;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import java.time.OffsetDateTime;

/**
 * What the records of a zip archive say about one entry.
 *
 * @param name as bytes
 * @param utf8 whether these are UTF-8
 * @param deflated whether the content is; otherwise it is stored as it is
 * @param big whether sizes may need 64 bits, which has to be decided before they are known
 * @param offset where the entry starts
 */
@SuppressWarnings("ArrayRecordComponent") // passed from one method to the next and never compared
record ZipEntry(
        byte[] name,
        boolean utf8,
        NodeType type,
        int permissions,
        OffsetDateTime mtime,
        boolean deflated,
        boolean big,
        long offset,
        long compressedSize,
        long size,
        long checksum) {

    /** Content that big might just pass 4 GiB when it does not compress. */
    private static final long BIG = 0xF000_0000L;

    static ZipEntry deflated(String path, Node node, long offset) {
        return entry(path, node, true, offset);
    }

    static ZipEntry stored(String path, Node node, long offset, long size, long checksum) {
        return entry(path, node, false, offset).withResult(size, size, checksum);
    }

    private static ZipEntry entry(String path, Node node, boolean deflated, long offset) {
        return new ZipEntry(
                NativeString.encode(path),
                NativeString.isValid(path),
                node.type(),
                FileMode.posixPermissions(node.mode()),
                node.mtime(),
                deflated,
                deflated && Long.compareUnsigned(node.size(), BIG) >= 0,
                offset,
                0,
                0,
                0);
    }

    ZipEntry withResult(long newCompressedSize, long newSize, long newChecksum) {
        return new ZipEntry(
                name, utf8, type, permissions, mtime, deflated, big, offset, newCompressedSize, newSize, newChecksum);
    }

    /** The mode of Unix, file type included. */
    int unixMode() {
        int typeBits = switch (type) {
            case DIR -> 0040000;
            case SYMLINK -> 0120000;
            case FILE, DEV, CHARDEV, FIFO, SOCKET, IRREGULAR, UNKNOWN -> 0100000;
        };
        return typeBits | permissions;
    }
}
