package dev.coffer.backend.sftp.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a server says about a file.
 *
 * @param size in bytes
 * @param mode kind and permissions, with the numbers of POSIX
 */
public record Attributes(OptionalLong size, OptionalInt mode) {

    static final int SIZE = 1;
    static final int OWNER = 2;
    static final int PERMISSIONS = 4;
    static final int TIMES = 8;
    static final int EXTENDED = 0x8000_0000;

    private static final int KIND = 0170000;
    private static final int FOLDER = 0040000;
    private static final int FILE = 0100000;

    /** Servers that do not tell what something is are not asked to. */
    public boolean mayBeFile() {
        return mode.isEmpty() || (mode.getAsInt() & KIND) == FILE;
    }

    public boolean mayBeFolder() {
        return mode.isEmpty() || (mode.getAsInt() & KIND) == FOLDER;
    }

    /** @throws IOException if the server does not tell the size */
    public long sizeOrFail() throws IOException {
        return size.orElseThrow(() -> new IOException("the server does not tell the size of the file"));
    }

    static Attributes read(ByteBuffer in) {
        int flags = in.getInt();
        OptionalLong size = (flags & SIZE) != 0 ? OptionalLong.of(in.getLong()) : OptionalLong.empty();
        skip(in, (flags & OWNER) != 0 ? 2 * Integer.BYTES : 0);
        OptionalInt mode = (flags & PERMISSIONS) != 0 ? OptionalInt.of(in.getInt()) : OptionalInt.empty();
        skip(in, (flags & TIMES) != 0 ? 2 * Integer.BYTES : 0);
        int extensions = (flags & EXTENDED) != 0 ? in.getInt() : 0;
        for (int i = 0; i < 2 * extensions; i++) {
            skip(in, in.getInt());
        }
        return new Attributes(size, mode);
    }

    private static void skip(ByteBuffer in, int count) {
        in.position(in.position() + count);
    }
}
