package dev.coffer.engine.pack;

import dev.coffer.backend.Content;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * A pack in the making, kept in memory as the list of its sealed blobs: nothing is copied on the way to the store. The
 * hash that will name it grows with it. Not for use by several threads at a time.
 */
public final class PackWriter {

    private final List<byte[]> segments = new ArrayList<>();
    private final List<PackedBlob> blobs = new ArrayList<>();
    private final MessageDigest digest = ObjectId.newDigest();
    private long offset;

    /** A pack without blobs. */
    public PackWriter() {}

    public void add(SealedBlob blob) {
        byte[] bytes = blob.bytes();
        segments.add(bytes);
        blobs.add(new PackedBlob(blob.handle(), offset, bytes.length, blob.uncompressedLength()));
        digest.update(bytes);
        offset += bytes.length;
    }

    /** Moves all blobs of another pack here; that one must not be used any more. */
    public void addAll(PackWriter other) {
        for (int i = 0; i < other.blobs.size(); i++) {
            PackedBlob blob = other.blobs.get(i);
            add(new SealedBlob(blob.handle(), other.segments.get(i), blob.uncompressedLength()));
        }
    }

    /** Bytes of sealed blobs so far. */
    public long size() {
        return offset;
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
        byte[] plainHeader = PackHeader.encode(blobs);
        byte[] header = crypto.seal(plainHeader);
        byte[] trailer = ByteBuffer.allocate(PackHeader.LENGTH_FIELD)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(header.length)
                .array();
        segments.add(header);
        segments.add(trailer);
        digest.update(header);
        digest.update(trailer);
        ObjectId id = ObjectId.fromDigest(digest);
        verifyHeader(crypto, id, header);
        return new FinishedPack(id, List.copyOf(blobs), Content.of(segments));
    }

    private void verifyHeader(Crypto crypto, ObjectId id, byte[] header) throws IOException {
        if (!PackHeader.decode(id, crypto.open(header)).equals(blobs)) {
            throw new CorruptData("The header of a new pack does not read back as written; nothing was stored.", null);
        }
    }

    /**
     * A pack that is ready to be stored.
     *
     * @param id its name
     * @param blobs what it holds, in physical order
     * @param content its bytes
     */
    public record FinishedPack(ObjectId id, List<PackedBlob> blobs, Content content) {}
}
