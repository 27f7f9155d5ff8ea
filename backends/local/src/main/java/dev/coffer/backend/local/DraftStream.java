package dev.coffer.backend.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;

/** Reads a file that stays open, without moving its position. One thread at a time. */
final class DraftStream extends InputStream {

    private final FileChannel channel;
    private final long length;
    private final Path root;
    private long position;

    /**
     * @param length where to end
     * @param root folder of the repository, for messages
     */
    DraftStream(FileChannel channel, long length, Path root) {
        this.channel = channel;
        this.length = length;
        this.root = root;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, target.length);
        if (position == length) {
            return count == 0 ? 0 : -1;
        }
        int wanted = (int) Math.min(Math.min(count, TemporaryFile.SLICE_BYTES), length - position);
        try {
            int got = channel.read(ByteBuffer.wrap(target, offset, wanted), position);
            position += Math.max(got, 0);
            return got;
        } catch (IOException e) {
            throw LocalFailures.explain("read a new file in " + root, e);
        }
    }
}
