package dev.coffer.engine.compress;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A Zstandard frame (RFC 8878, 3.1.1) that holds its content uncompressed:
 *
 * <pre>
 * magic 28 B5 2F FD · descriptor A0 (single segment, size in 4 bytes) · content size
 * then for each block of at most 128 KiB: 3 bytes header (last block? | type raw &lt;&lt; 1 | size &lt;&lt; 3) · content
 * </pre>
 *
 * All numbers are little-endian.
 */
final class RawFrame {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final int MAGIC = 0xFD2FB528;
    private static final byte DESCRIPTOR = (byte) 0xA0;
    private static final int HEADER_BYTES = 9;
    static final int BLOCK_HEADER_BYTES = 3;
    static final int MAX_BLOCK_BYTES = 128 * 1024;
    static final int LAST_BLOCK = 1;

    private RawFrame() {}

    /** The exact length of the frame around this many bytes. */
    static long length(int contentLength) {
        long blocks = Math.max(1, Math.ceilDiv(contentLength, MAX_BLOCK_BYTES));
        return HEADER_BYTES + blocks * BLOCK_HEADER_BYTES + contentLength;
    }

    /** Writes the frame and returns its length. */
    static int write(byte[] content, int offset, int length, byte[] frame, int frameOffset) {
        writeHeader(frame, frameOffset, length);
        int at = frameOffset + HEADER_BYTES;
        int done = 0;
        do {
            int block = Math.min(MAX_BLOCK_BYTES, length - done);
            writeBlockHeader(frame, at, block, done + block == length);
            System.arraycopy(content, offset + done, frame, at + BLOCK_HEADER_BYTES, block);
            done += block;
            at += BLOCK_HEADER_BYTES + block;
        } while (done < length);
        return at - frameOffset;
    }

    private static void writeHeader(byte[] frame, int at, int contentLength) {
        INTS.set(frame, at, MAGIC);
        frame[at + 4] = DESCRIPTOR;
        INTS.set(frame, at + 5, contentLength);
    }

    private static void writeBlockHeader(byte[] frame, int at, int length, boolean last) {
        int header = length << 3 | (last ? LAST_BLOCK : 0);
        frame[at] = (byte) header;
        frame[at + 1] = (byte) (header >>> 8);
        frame[at + 2] = (byte) (header >>> 16);
    }
}
