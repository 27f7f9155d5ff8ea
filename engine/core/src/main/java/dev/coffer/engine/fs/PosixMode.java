package dev.coffer.engine.fs;

import dev.coffer.engine.fs.FileStat.Kind;

/** The bits of {@code st_mode}. */
final class PosixMode {

    static final int PERMISSIONS = 07777;

    private static final int TYPE = 0170000;
    private static final int FIFO = 0010000;
    private static final int CHAR_DEVICE = 0020000;
    private static final int DIRECTORY = 0040000;
    private static final int BLOCK_DEVICE = 0060000;
    private static final int FILE = 0100000;
    private static final int SYMLINK = 0120000;
    private static final int SOCKET = 0140000;

    private PosixMode() {}

    static Kind kind(int mode) {
        return switch (mode & TYPE) {
            case FILE -> Kind.FILE;
            case DIRECTORY -> Kind.DIRECTORY;
            case SYMLINK -> Kind.SYMLINK;
            case BLOCK_DEVICE -> Kind.BLOCK_DEVICE;
            case CHAR_DEVICE -> Kind.CHAR_DEVICE;
            case FIFO -> Kind.FIFO;
            case SOCKET -> Kind.SOCKET;
            default -> Kind.OTHER;
        };
    }

    /** The type bits of what {@code mknod} can make. */
    static int specialType(Kind kind) {
        return switch (kind) {
            case FIFO -> FIFO;
            case BLOCK_DEVICE -> BLOCK_DEVICE;
            case CHAR_DEVICE -> CHAR_DEVICE;
            case FILE, DIRECTORY, SYMLINK, SOCKET, OTHER -> throw new IllegalArgumentException("no device: " + kind);
        };
    }
}
