package dev.coffer.engine.pack;

import dev.coffer.backend.Draft;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * A pack in the making. The hash that will name it grows with it. Not for use by several threads at a time, and after a failure
 * not for use at all.
 */
public final class PackWriter {

    /**
     * A pack is full with so many blobs, however small they are. Readers would accept several times as many, but whoever works on
     * a pack has the places of all its blobs in memory, and some do that with a dozen packs at a time.
     */
    static final int MAX_BLOBS = 50_000;

    /** What is read at a time from another pack. */
    private static final int PART_BYTES = 128 << 10;

    /** Blobs are gathered up to so many bytes: each of a small file hashed and written alone takes longer than to copy it. */
    private static final int GATHERED_BYTES = 64 << 10;

    private final Draft file;
    private final List<PackedBlob> blobs = new ArrayList<>();
    private final MessageDigest digest = ObjectId.newDigest();
    private final byte[] gathered = new byte[GATHERED_BYTES];
    private int gatheredBytes;

    /**
     * A pack without blobs.
     *
     * @param file what it is written into; empty, and for this writer alone until it is finished
     */
    public PackWriter(Draft file) {
        this.file = file;
    }

    /** Copies a blob, which stays the caller's. */
    public void add(SealedBlob blob) throws IOException {
        blobs.add(new PackedBlob(blob.handle(), size(), blob.length(), blob.uncompressedLength()));
        append(blob.bytes(), blob.length());
    }

    /**
     * Moves all blobs of another pack here, and closes its file; that one must not be used any more.
     *
     * @throws CorruptData if the other file does not read back as written; then this pack is not to be used either
     */
    public void addAll(PackWriter other) throws IOException {
        long start = size();
        for (PackedBlob blob : other.blobs) {
            blobs.add(new PackedBlob(blob.handle(), start + blob.offset(), blob.length(), blob.uncompressedLength()));
        }
        other.flush();
        byte[] part = new byte[PART_BYTES];
        MessageDigest read = ObjectId.newDigest();
        try (other.file;
                InputStream stream = other.file.openChecked()) {
            for (int count = stream.read(part); count >= 0; count = stream.read(part)) {
                read.update(part, 0, count);
                append(part, count);
            }
        }
        // Else what a disk has got wrong meanwhile would be stored under a name that fits.
        if (!MessageDigest.isEqual(read.digest(), other.digest.digest())) {
            throw new CorruptData("A new pack does not read back as written; it was not stored.", null);
        }
    }

    private void append(byte[] bytes, int count) throws IOException {
        if (count > gathered.length - gatheredBytes) {
            flush();
        }
        if (count > gathered.length) {
            write(bytes, count);
        } else {
            System.arraycopy(bytes, 0, gathered, gatheredBytes, count);
            gatheredBytes += count;
        }
    }

    private void flush() throws IOException {
        write(gathered, gatheredBytes);
        gatheredBytes = 0;
    }

    private void write(byte[] bytes, int count) throws IOException {
        digest.update(bytes, 0, count);
        file.write(bytes, 0, count);
    }

    /** Bytes so far. */
    public long size() {
        return file.length() + gatheredBytes;
    }

    public boolean isEmpty() {
        return blobs.isEmpty();
    }

    /** Whether one pack may hold the blobs of both. */
    public boolean hasRoomFor(PackWriter other) {
        return blobs.size() + other.blobs.size() <= MAX_BLOBS;
    }

    /** Whether there is no room for another blob, whatever its size. */
    public boolean isFull() {
        return blobs.size() >= MAX_BLOBS;
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
        flush();
        ObjectId id = ObjectId.fromDigest(digest);
        verifyHeader(crypto, id, header);
        return new FinishedPack(id, List.copyOf(blobs), file);
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
     * @param content the file, to be stored
     */
    public record FinishedPack(ObjectId id, List<PackedBlob> blobs, Draft content) implements AutoCloseable {

        @Override
        public void close() {
            content.close();
        }
    }
}
