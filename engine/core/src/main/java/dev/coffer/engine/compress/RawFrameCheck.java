package dev.coffer.engine.compress;

import dev.coffer.engine.buffer.PartCheck;
import java.util.Arrays;

/** Compares bytes that come in parts with the {@link RawFrame} of some content, without making that. For one thread. */
final class RawFrameCheck implements PartCheck {

    private final byte[] content;
    private final int end;
    private final byte[] header = new byte[RawFrame.HEADER_BYTES];

    /** Next byte of content that has not been in a piece. */
    private int next;

    private int blockLength;

    /** What is to come next, from {@code pieceAt} to {@code pieceEnd}. */
    private byte[] piece = header;

    private int pieceAt;
    private int pieceEnd = RawFrame.HEADER_BYTES;

    RawFrameCheck(byte[] content, int offset, int length) {
        this.content = content;
        this.next = offset;
        this.end = offset + length;
        RawFrame.writeHeader(header, 0, length);
    }

    @Override
    public boolean fits(byte[] part, int length) {
        int at = 0;
        while (at < length) {
            if (pieceAt == pieceEnd) {
                nextPiece();
            }
            int count = Math.min(length - at, pieceEnd - pieceAt);
            if (!Arrays.equals(part, at, at + count, piece, pieceAt, pieceAt + count)) {
                return false;
            }
            at += count;
            pieceAt += count;
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // the question is whether it is the same memory
    private void nextPiece() {
        if (piece == header && blockLength > 0) {
            piece = content;
            pieceAt = next;
            next += blockLength;
            pieceEnd = next;
            blockLength = 0;
        } else {
            blockLength = Math.min(RawFrame.MAX_BLOCK_BYTES, end - next);
            RawFrame.writeBlockHeader(header, 0, blockLength, next + blockLength == end);
            piece = header;
            pieceAt = 0;
            pieceEnd = RawFrame.BLOCK_HEADER_BYTES;
        }
    }
}
