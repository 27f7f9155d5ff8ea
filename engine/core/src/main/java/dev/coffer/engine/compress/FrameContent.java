package dev.coffer.engine.compress;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The content of a frame, up to a length: no whole frame, or a longer one, ends in a {@link CorruptFrame}. */
final class FrameContent extends FilterInputStream {

    private final long maxLength;
    private long length;

    FrameContent(InputStream frame, long maxLength) throws IOException {
        super(new ZstdInputStreamNoFinalizer(frame));
        this.maxLength = maxLength;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(single[0]);
    }

    @Override
    public int read(byte[] target, int offset, int room) throws IOException {
        int count;
        try {
            count = in.read(target, offset, room);
        } catch (IOException e) {
            throw new CorruptFrame("cannot decompress: " + e.getMessage(), e);
        }
        length += Math.max(0, count);
        if (length > maxLength) {
            throw new CorruptFrame("the compressed bytes hold more than the " + maxLength + " bytes allowed");
        }
        return count;
    }

    /** Reads, so that what is skipped counts as well. */
    @Override
    public long skip(long count) throws IOException {
        return readNBytes(Math.clamp(count, 0, 1 << 16)).length;
    }
}
