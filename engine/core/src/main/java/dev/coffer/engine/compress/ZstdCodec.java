package dev.coffer.engine.compress;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * Compresses in one mode into Zstandard frames, and decompresses such frames of any origin. Any number of threads may call at
 * the same time, virtual ones too. Source and target must be different arrays.
 *
 * <p>Which bytes a frame consists of is nobody's business: blob ids are hashes of the content.
 */
public final class ZstdCodec {

    private final CompressionMode mode;

    public ZstdCodec(CompressionMode mode) {
        this.mode = mode;
    }

    /** How long the frame around this many bytes can get. */
    public int maxCompressedLength(int length) {
        return Math.toIntExact(Math.max(Zstd.compressBound(length), RawFrame.length(length)));
    }

    /**
     * Writes one frame; there must be room for {@link #maxCompressedLength} bytes.
     *
     * @return the length of the frame, which exceeds that of the source when that cannot be compressed
     */
    public int compress(byte[] source, int offset, int length, byte[] target, int targetOffset) {
        Objects.checkFromIndexSize(offset, length, source.length);
        Objects.checkFromIndexSize(targetOffset, maxCompressedLength(length), target.length);
        if (mode.framesRandomData() && RandomLook.of(source, offset, length)) {
            return RawFrame.write(source, offset, length, target, targetOffset);
        }
        int room = target.length - targetOffset;
        return Contexts.compression(mode, length)
                .with(context -> context.compressByteArray(target, targetOffset, room, source, offset, length));
    }

    /** Like {@link #compress(byte[], int, int, byte[], int)}. */
    public byte[] compress(byte[] source) {
        byte[] target = new byte[maxCompressedLength(source.length)];
        return Arrays.copyOf(target, compress(source, 0, source.length, target, 0));
    }

    /**
     * Decompresses content whose length is known.
     *
     * @return {@code expectedLength}
     * @throws CorruptFrame if the source is not a whole frame with content of exactly this length; the target may have been
     *     written to
     */
    public int decompress(byte[] source, int offset, int length, byte[] target, int targetOffset, int expectedLength)
            throws CorruptFrame {
        Objects.checkFromIndexSize(offset, length, source.length);
        Objects.checkFromIndexSize(targetOffset, expectedLength, target.length);
        requireBytes(length);
        int written;
        try {
            written = Contexts.DECOMPRESSION.with(context ->
                    context.decompressByteArray(target, targetOffset, expectedLength, source, offset, length));
        } catch (ZstdException e) {
            throw new CorruptFrame(
                    "cannot decompress " + length + " bytes to " + expectedLength + ": " + e.getMessage(), e);
        }
        if (written != expectedLength) {
            throw new CorruptFrame(
                    length + " compressed bytes hold " + written + " bytes, but " + expectedLength + " were expected");
        }
        return written;
    }

    /**
     * Decompresses content of unknown length. Memory grows with what is really there, not with what the frame claims.
     *
     * @param maxLength where to give up
     * @throws CorruptFrame if the source is not a whole frame, or holds more than {@code maxLength} bytes
     */
    public byte[] decompress(byte[] source, int offset, int length, int maxLength) throws CorruptFrame {
        Objects.checkFromIndexSize(offset, length, source.length);
        requireBytes(length);
        try (InputStream content = decompressing(new ByteArrayInputStream(source, offset, length), maxLength)) {
            return content.readAllBytes();
        } catch (CorruptFrame e) {
            throw e;
        } catch (IOException e) {
            throw new CorruptFrame("cannot decompress " + length + " bytes: " + e.getMessage(), e);
        }
    }

    /**
     * A stream whose content becomes one frame, which does not tell the content's length. To be closed, which ends the frame,
     * and gives up memory outside of the heap, and closes the target.
     */
    public OutputStream compressing(OutputStream target) throws IOException {
        return new ZstdOutputStreamNoFinalizer(target, mode.level()).setChecksum(false);
    }

    /**
     * The content of a frame, bit by bit. To be closed, since it holds memory outside of the heap. Reading what is no whole frame,
     * or more than {@code maxLength} bytes, ends in {@link CorruptFrame}; no frame at all is read as one of no bytes.
     */
    public static InputStream decompressing(InputStream frame, long maxLength) throws IOException {
        return new FrameContent(frame, maxLength);
    }

    /** To the library no frame at all is a frame of no bytes; to us it is something lost. */
    private static void requireBytes(int length) throws CorruptFrame {
        if (length == 0) {
            throw new CorruptFrame("there is nothing to decompress, not even an empty frame");
        }
    }
}
