package dev.coffer.engine.pack;

import dev.coffer.backend.Content;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.buffer.Buffer;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * A pack in the making, kept in memory in segments of one size. The hash that will name it grows with it. Not for use by
 * several threads at a time.
 */
public final class PackWriter {

    private static final int SEGMENT_BYTES = 256 << 10;

    private final BufferPool buffers;
    private final List<Buffer> segments = new ArrayList<>();
    private final List<PackedBlob> blobs = new ArrayList<>();
    private final MessageDigest digest = ObjectId.newDigest();
    private long length;

    /**
     * A pack without blobs.
     *
     * @param buffers where memory comes from
     */
    public PackWriter(BufferPool buffers) {
        this.buffers = buffers;
    }

    /** Copies a blob, which stays the caller's. */
    public void add(SealedBlob blob) {
        blobs.add(new PackedBlob(blob.handle(), length, blob.length(), blob.uncompressedLength()));
        append(blob.bytes(), blob.length());
    }

    /** Moves all blobs of another pack here; that one must not be used any more. */
    public void addAll(PackWriter other) {
        for (PackedBlob blob : other.blobs) {
            blobs.add(new PackedBlob(blob.handle(), length + blob.offset(), blob.length(), blob.uncompressedLength()));
        }
        long left = other.length;
        for (Buffer segment : other.segments) {
            append(segment.bytes(), (int) Math.min(SEGMENT_BYTES, left));
            left -= SEGMENT_BYTES;
            segment.close();
        }
    }

    private void append(byte[] bytes, int count) {
        digest.update(bytes, 0, count);
        int done = 0;
        while (done < count) {
            int at = (int) (length % SEGMENT_BYTES);
            if (at == 0) {
                segments.add(buffers.take(SEGMENT_BYTES));
            }
            int part = Math.min(SEGMENT_BYTES - at, count - done);
            System.arraycopy(bytes, done, segments.getLast().bytes(), at, part);
            done += part;
            length += part;
        }
    }

    /** Bytes so far. */
    public long size() {
        return length;
    }

    public boolean isEmpty() {
        return blobs.isEmpty();
    }

    /** Whether the blobs of both packs fit under one header. */
    public boolean hasRoomFor(PackWriter other) {
        return blobs.size() + other.blobs.size() <= PackHeader.MAX_ENTRIES;
    }

    /** Whether the header has no room for another blob. */
    public boolean headerFull() {
        return blobs.size() >= PackHeader.MAX_ENTRIES;
    }

    /**
     * Adds the header. Ends the use of this writer.
     *
     * @throws CorruptData if the header just sealed cannot be read back
     */
    public FinishedPack finish(Crypto crypto) throws IOException {
        byte[] header = crypto.seal(PackHeader.encode(blobs));
        byte[] trailer = ByteBuffer.allocate(PackHeader.LENGTH_FIELD)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(header.length)
                .array();
        append(header, header.length);
        append(trailer, trailer.length);
        ObjectId id = ObjectId.fromDigest(digest);
        verifyHeader(crypto, id, header);
        return new FinishedPack(id, List.copyOf(blobs), List.copyOf(segments), length);
    }

    private void verifyHeader(Crypto crypto, ObjectId id, byte[] header) throws IOException {
        if (!PackHeader.decode(id, crypto.open(header)).equals(blobs)) {
            throw new CorruptData("The header of a new pack does not read back as written; nothing was stored.", null);
        }
    }

    /**
     * A pack that is ready to be stored. Whoever has stored it closes it. If storing has failed, it is left alone instead:
     * then nobody knows whether the store has stopped reading.
     *
     * @param id its name
     * @param blobs what it holds, in physical order
     * @param segments its bytes, one segment behind the other
     * @param length number of its bytes
     */
    public record FinishedPack(ObjectId id, List<PackedBlob> blobs, List<Buffer> segments, long length)
            implements AutoCloseable {

        /** The file. */
        public Content content() {
            List<ByteBuffer> parts = new ArrayList<>(segments.size());
            for (Buffer segment : segments) {
                long start = (long) parts.size() * SEGMENT_BYTES;
                parts.add(ByteBuffer.wrap(segment.bytes(), 0, (int) Math.min(SEGMENT_BYTES, length - start)));
            }
            return Content.of(parts);
        }

        @Override
        public void close() {
            segments.forEach(Buffer::close);
        }
    }
}
