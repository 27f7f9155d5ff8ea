package dev.coffer.backend.sftp.protocol;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads a part of one file, with many requests under way. For one thread. */
final class Download {

    /** Enough for 200 MB/s if an answer takes 20 ms, and small enough for several files at once. */
    private static final int BYTES_UNDER_WAY = 4 << 20;

    private static final int SMALL = 16 * 1024;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private record Part(long position, int length, Answer<ByteBuffer> answer) {}

    private final SftpClient client;
    private final FileHandle file;
    private final Deque<Part> underWay = new ArrayDeque<>();

    Download(SftpClient client, FileHandle file) {
        this.client = client;
        this.file = file;
    }

    /** Asks for the start together with the size: most files that are read as a whole are small. */
    byte[] whole() throws IOException {
        Answer<Attributes> attributes = client.stat(file);
        Part start = request(0, SMALL);
        long size = attributes.get().sizeOrFail();
        if (size > LARGEST_ARRAY) {
            throw new IOException("it has " + size + " bytes, too many to read at once");
        }
        byte[] bytes = new byte[(int) size];
        if (size > 0) {
            ByteBuffer data = data(start);
            int count = Math.min(data.remaining(), bytes.length);
            data.get(bytes, 0, count);
            run(count, bytes, count, bytes.length - count);
        }
        return bytes;
    }

    /** See {@link SftpClient#readFully}. */
    void run(long start, byte[] buffer, int offset, int length) throws IOException {
        long end = start + length;
        long next = start;
        int mostUnderWay = Math.max(1, BYTES_UNDER_WAY / client.largestRead());
        while (next < end || !underWay.isEmpty()) {
            while (next < end && underWay.size() < mostUnderWay) {
                int count = (int) Math.min(client.largestRead(), end - next);
                underWay.addLast(request(next, count));
                next += count;
            }
            Part part = underWay.removeFirst();
            ByteBuffer data = data(part);
            int count = data.remaining();
            data.get(buffer, offset + (int) (part.position - start), count);
            if (count < part.length) {
                underWay.addFirst(request(part.position + count, part.length - count));
            }
        }
    }

    private Part request(long position, int length) {
        return new Part(position, length, client.read(file, position, length));
    }

    private static ByteBuffer data(Part part) throws IOException {
        ByteBuffer data;
        try {
            data = part.answer.get();
        } catch (SftpException e) {
            if (e.status() == Status.EOF) {
                throw new EOFException("the file ends before byte " + (part.position + 1));
            }
            throw e;
        }
        if (data.remaining() > part.length || !data.hasRemaining()) {
            throw new IOException("the server sent " + data.remaining() + " bytes instead of " + part.length);
        }
        return data;
    }
}
