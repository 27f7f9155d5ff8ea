package dev.coffer.server;

import dev.coffer.backend.Content;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Receives what clients send: a store may need to read it more than once, which a connection does not allow. It is kept in
 * memory while there is some left, and else in a temporary file, so that many uploads at a time are slower, but do not fail.
 * Safe for use by all threads.
 */
final class UploadReceiver {

    /** Up to this size it is not worth counting the memory: locks, keys, most snapshots. */
    private static final int SMALL = 1 << 16;

    private final SegmentPool pool;
    private final Path temporaryFolder;

    UploadReceiver(SegmentPool pool, Path temporaryFolder) {
        this.pool = pool;
        this.temporaryFolder = temporaryFolder;
    }

    /**
     * Receives a file.
     *
     * @param length if the client has announced it
     * @throws EOFException if it ends too early
     */
    Upload receive(InputStream body, OptionalLong length) throws IOException {
        if (length.isEmpty()) {
            return SpoolFile.receive(temporaryFolder, body, length);
        }
        long announced = length.getAsLong();
        if (announced <= SMALL) {
            byte[] bytes = new byte[(int) announced];
            return inMemory(body, List.of(ByteBuffer.wrap(bytes)), List.of());
        }
        long segments = Math.ceilDiv(announced, SegmentPool.SEGMENT);
        Optional<List<byte[]>> memory = segments > Integer.MAX_VALUE ? Optional.empty() : pool.tryTake((int) segments);
        return memory.isPresent()
                ? inMemory(body, parts(memory.get(), announced), memory.get())
                : SpoolFile.receive(temporaryFolder, body, length);
    }

    private static List<ByteBuffer> parts(List<byte[]> segments, long length) {
        List<ByteBuffer> parts = new ArrayList<>(segments.size());
        long left = length;
        for (byte[] segment : segments) {
            int part = (int) Math.min(left, segment.length);
            parts.add(ByteBuffer.wrap(segment, 0, part));
            left -= part;
        }
        return parts;
    }

    private Upload inMemory(InputStream body, List<ByteBuffer> parts, List<byte[]> borrowed) throws IOException {
        try {
            HashingReader reader = new HashingReader(body);
            for (ByteBuffer part : parts) {
                if (!reader.fill(part.array(), part.limit())) {
                    throw new EOFException("the client has sent less than it announced");
                }
            }
            return new Upload(Content.of(parts), reader.hash(), () -> pool.giveBack(borrowed));
        } catch (IOException | RuntimeException | Error e) {
            pool.giveBack(borrowed);
            throw e;
        }
    }
}
