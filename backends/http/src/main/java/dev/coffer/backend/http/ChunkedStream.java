package dev.coffer.backend.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer that comes in chunks, each with its length in front, until one of length zero. */
final class ChunkedStream extends FilterInputStream {

    /** What is left of the current chunk. */
    private long left;

    private boolean begun;
    private boolean ended;

    ChunkedStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int count = super.read(buffer, offset, (int) Math.min(left, length));
        if (count < 0) {
            throw new EOFException("the answer ended within a chunk");
        }
        left -= count;
        return count;
    }

    private void nextChunk() throws IOException {
        if (begun) {
            requireEmpty(AnswerHead.line(in));
        }
        begun = true;
        left = length(AnswerHead.line(in));
        if (left == 0) {
            ended = true;
            skipTrailers();
        }
    }

    private static long length(String line) throws IOException {
        int semicolon = line.indexOf(';');
        String digits = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
        if (!digits.matches("[0-9a-fA-F]{1,15}")) {
            throw new IOException("the answer has a chunk without a length");
        }
        return Long.parseLong(digits, 16);
    }

    private static void requireEmpty(String line) throws IOException {
        if (!line.isEmpty()) {
            throw new IOException("the answer has a chunk that is longer than its length");
        }
    }

    private void skipTrailers() throws IOException {
        String line;
        do {
            line = AnswerHead.line(in);
        } while (!line.isEmpty());
    }
}
