package dev.coffer.engine.compress;

import dev.coffer.engine.buffer.PartCheck;

/**
 * Reads a Zstandard frame (RFC 8878, 3.1.1) that comes in parts and holds its content uncompressed, without memory for either. For
 * one thread, once.
 *
 * <p>Only what is certain is read: a frame with a dictionary, a checksum, a window that not every decoder takes, anything but raw
 * blocks, or content of another length does not fit. Such a frame may be sound all the same.
 */
public final class RawFrameReader implements PartCheck {

    /** The descriptor's bits that say nothing about the length of content or window. */
    private static final int ANYTHING_ELSE = 0b1_1111;

    private static final int SINGLE_SEGMENT = 1 << 5;
    private static final int START_BYTES = 5;
    private static final int MAX_HEADER_BYTES = 14;
    private static final int RAW = 0;

    /** What every decoder takes. */
    private static final long MAX_WINDOW = 8 << 20;

    private final int contentLength;
    private final PartCheck content;

    /** Bytes of a header, as far as they have come, and how many there will be. */
    private final byte[] header = new byte[MAX_HEADER_BYTES];

    private int headerBytes;
    private int headerLength = START_BYTES;

    private boolean inBlocks;
    private boolean inLastBlock;
    private long maxBlock = RawFrame.MAX_BLOCK_BYTES;
    private int leftInBlock;
    private int leftInFrame;

    /**
     * A reader at the start of a frame.
     *
     * @param contentLength what the frame should hold
     * @param content is shown the content part by part, before it is known whether the rest of the frame fits
     */
    public RawFrameReader(int contentLength, PartCheck content) {
        this.contentLength = contentLength;
        this.leftInFrame = contentLength;
        this.content = content;
    }

    /** Whether it is worth trying: whether a frame is so long that it hardly holds anything compressed. */
    public static boolean mayRead(int frameLength, int contentLength) {
        return contentLength >= 0 && frameLength > contentLength;
    }

    @Override
    public boolean fits(byte[] part, int offset, int length) {
        int end = offset + length;
        int at = offset;
        while (at < end) {
            if (leftInBlock > 0) {
                int count = Math.min(leftInBlock, end - at);
                if (!content.fits(part, at, count)) {
                    return false;
                }
                leftInBlock -= count;
                at += count;
            } else if (isWhole()) {
                return false;
            } else {
                header[headerBytes++] = part[at++];
                if (headerBytes == headerLength && !understandsHeader()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether the frame has come to its end, with all of its content, provided that all parts fitted. */
    public boolean isWhole() {
        return inLastBlock && leftInBlock == 0 && leftInFrame == 0;
    }

    private boolean understandsHeader() {
        if (inBlocks) {
            return understandsBlock();
        }
        return headerLength == START_BYTES ? understandsStart() : understandsSizes();
    }

    private boolean understandsStart() {
        headerLength += windowBytes() + sizeBytes();
        return number(0, Integer.BYTES) == Integer.toUnsignedLong(RawFrame.MAGIC)
                && (descriptor() & ANYTHING_ELSE) == 0;
    }

    private boolean understandsSizes() {
        int sizeAt = START_BYTES + windowBytes();
        boolean sizeFits = sizeBytes() == 0 || number(sizeAt, sizeBytes()) + leastSize() == contentLength;
        boolean windowFits = windowBytes() == 0 || window() <= MAX_WINDOW;
        maxBlock = Math.min(maxBlock, windowBytes() == 0 ? contentLength : window());
        inBlocks = true;
        expectBlock();
        return sizeFits && windowFits;
    }

    private boolean understandsBlock() {
        int block = (int) number(0, RawFrame.BLOCK_HEADER_BYTES);
        inLastBlock = (block & RawFrame.LAST_BLOCK) != 0;
        leftInBlock = block >>> 3;
        expectBlock();
        boolean possible = leftInBlock <= maxBlock && leftInBlock <= leftInFrame;
        leftInFrame -= leftInBlock;
        return possible && (block >>> 1 & 0b11) == RAW && (!inLastBlock || leftInFrame == 0);
    }

    private void expectBlock() {
        headerBytes = 0;
        headerLength = RawFrame.BLOCK_HEADER_BYTES;
    }

    private int descriptor() {
        return header[Integer.BYTES] & 0xFF;
    }

    private int windowBytes() {
        return (descriptor() & SINGLE_SEGMENT) == 0 ? 1 : 0;
    }

    /** How many bytes tell the content's length. */
    private int sizeBytes() {
        int flag = descriptor() >>> 6;
        return flag == 0 ? 1 - windowBytes() : 1 << flag;
    }

    /** A length in two bytes counts from here. */
    private int leastSize() {
        return sizeBytes() == 2 ? 256 : 0;
    }

    private long window() {
        int window = header[START_BYTES] & 0xFF;
        long base = 1L << (10 + (window >>> 3));
        return base + base / 8 * (window & 0b111);
    }

    private long number(int at, int length) {
        long number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = (number << Byte.SIZE) | (header[at + i] & 0xFF);
        }
        return number;
    }
}
