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
            return inMemory(body, announced, List.of(new byte[(int) announced]), () -> {});
        }
        long segments = Math.ceilDiv(announced, SegmentPool.SEGMENT);
        Optional<List<byte[]>> memory = segments > Integer.MAX_VALUE ? Optional.empty() : pool.tryTake((int) segments);
        return memory.isPresent()
                ? inMemory(body, announced, memory.get(), () -> pool.giveBack(memory.get()))
                : SpoolFile.receive(temporaryFolder, body, length);
    }

    private static Upload inMemory(InputStream body, long length, List<byte[]> memory, Upload.Space space)
            throws IOException {
        try {
            HashingReader reader = new HashingReader(body);
            List<ByteBuffer> parts = new ArrayList<>(memory.size());
            long left = length;
            for (byte[] segment : memory) {
                int part = (int) Math.min(left, segment.length);
                if (!reader.fill(segment, part)) {
                    throw new EOFException("the client has sent less than it announced");
                }
                parts.add(ByteBuffer.wrap(segment, 0, part));
                left -= part;
            }
            return new Upload(Content.of(parts), reader.hash(), space);
        } catch (IOException | RuntimeException | Error e) {
            space.free();
            throw e;
        }
    }
}
