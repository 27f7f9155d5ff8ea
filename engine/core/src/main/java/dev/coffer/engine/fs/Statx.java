package dev.coffer.engine.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;

/** The system call {@code statx} and its structure, which is the same on every architecture (statx(2)). */
final class Statx {

    private static final int NO_FOLLOW = 0x100;
    private static final int NO_AUTOMOUNT = 0x800;
    private static final int EMPTY_PATH = 0x1000;
    private static final int BASIC_STATS = 0x7FF;

    private static final int LINKS = 16;
    private static final int UID = 20;
    private static final int GID = 24;
    private static final int MODE = 28;
    private static final int INODE = 32;
    private static final int SIZE = 40;
    private static final int BLOCKS = 48;
    private static final int ATIME = 64;
    private static final int CTIME = 96;
    private static final int MTIME = 112;
    private static final int RDEV = 128;
    private static final int DEVICE = 136;

    private Statx() {}

    static FileStat ofPath(String path) throws IOException {
        try (Scratch memory = Scratch.take()) {
            return read(memory, path, LinuxFiles.HERE, path, NO_FOLLOW | NO_AUTOMOUNT);
        }
    }

    /** Attributes of an open file; {@code path} is for messages. */
    static FileStat ofDescriptor(long descriptor, String path) throws IOException {
        try (Scratch memory = Scratch.take()) {
            return read(memory, path, descriptor, "", EMPTY_PATH);
        }
    }

    private static FileStat read(Scratch memory, String shown, long base, String path, int flags) throws IOException {
        long result =
                memory.call(SystemCall.STATX, base, memory.path(path), flags, BASIC_STATS, memory.buffer.address());
        if (result < 0) {
            throw Errno.failure(shown, "read attributes", (int) -result);
        }
        return decode(memory.fields);
    }

    private static FileStat decode(ByteBuffer stat) {
        int mode = Short.toUnsignedInt(stat.getShort(MODE));
        return new FileStat(
                PosixMode.kind(mode),
                mode & PosixMode.PERMISSIONS,
                stat.getLong(SIZE),
                stat.getLong(BLOCKS),
                Integer.toUnsignedLong(stat.getInt(LINKS)),
                stat.getLong(INODE),
                device(stat, DEVICE),
                device(stat, RDEV),
                Integer.toUnsignedLong(stat.getInt(UID)),
                Integer.toUnsignedLong(stat.getInt(GID)),
                time(stat, MTIME),
                time(stat, ATIME),
                time(stat, CTIME));
    }

    private static Instant time(ByteBuffer stat, int at) {
        return Instant.ofEpochSecond(stat.getLong(at), Integer.toUnsignedLong(stat.getInt(at + Long.BYTES)));
    }

    /** Major and minor number put together as {@code makedev} does. */
    private static long device(ByteBuffer stat, int at) {
        long major = Integer.toUnsignedLong(stat.getInt(at));
        long minor = Integer.toUnsignedLong(stat.getInt(at + Integer.BYTES));
        return (major & 0xFFFFF000L) << 32 | (major & 0xFFF) << 8 | (minor & 0xFFFFFF00L) << 12 | (minor & 0xFF);
    }
}
