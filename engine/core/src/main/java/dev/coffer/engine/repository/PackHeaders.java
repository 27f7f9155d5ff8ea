package dev.coffer.engine.repository;

import dev.coffer.backend.Backend;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.pack.PackHeader;
import dev.coffer.engine.pack.PackedBlob;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the headers of packs. Safe for use by any number of threads. */
public final class PackHeaders {

    private final Backend backend;
    private final Crypto crypto;

    PackHeaders(Backend backend, Crypto crypto) {
        this.backend = backend;
        this.crypto = crypto;
    }

    /**
     * What a pack says it holds. A header that seems to be damaged is read once more: the connection may have spoilt it.
     *
     * @param size of the pack file
     * @throws CorruptData if the header is damaged
     */
    public List<PackedBlob> load(ObjectId pack, long size) throws IOException {
        try {
            return loadOnce(pack, size);
        } catch (CorruptData _) {
            backend.evict(handle(pack));
            return loadOnce(pack, size);
        }
    }

    private List<PackedBlob> loadOnce(ObjectId pack, long size) throws IOException {
        byte[] lengthField = read(pack, size - PackHeader.LENGTH_FIELD, PackHeader.LENGTH_FIELD, size);
        int length = headerLength(pack, lengthField, size);
        long start = size - PackHeader.LENGTH_FIELD - length;
        return open(pack, read(pack, start, length, size), start);
    }

    /**
     * What a pack says it holds; is loaded only as far as it is not at hand.
     *
     * @param tail its first {@code tailLength} bytes are the last ones of the pack file
     * @param size of the pack file
     * @throws CorruptData if the header is damaged
     */
    public List<PackedBlob> parse(ObjectId pack, byte[] tail, int tailLength, long size) throws IOException {
        int lengthAt = tailLength - PackHeader.LENGTH_FIELD;
        if (lengthAt < 0) {
            return load(pack, size);
        }
        int length = headerLength(pack, Arrays.copyOfRange(tail, lengthAt, tailLength), size);
        if (length > lengthAt) {
            return load(pack, size);
        }
        long start = size - PackHeader.LENGTH_FIELD - length;
        return open(pack, Arrays.copyOfRange(tail, lengthAt - length, lengthAt), start);
    }

    private byte[] read(ObjectId pack, long position, int length, long size) throws IOException {
        if (position < 0) {
            throw damaged(pack, "the file has only " + size + " bytes", null);
        }
        byte[] bytes = new byte[length];
        backend.load(handle(pack), position, bytes, 0, length);
        return bytes;
    }

    private static Handle handle(ObjectId pack) {
        return Handle.of(FileType.PACK, pack.toString());
    }

    private static int headerLength(ObjectId pack, byte[] field, long size) throws CorruptData {
        int length = ByteBuffer.wrap(field).order(ByteOrder.LITTLE_ENDIAN).getInt();
        boolean possible = length >= Crypto.OVERHEAD
                && length <= PackHeader.MAX_SEALED
                && length <= size - PackHeader.LENGTH_FIELD;
        if (!possible) {
            throw damaged(pack, "a header of " + Integer.toUnsignedString(length) + " bytes is impossible", null);
        }
        return length;
    }

    /** @param start where the header starts, and the blobs must have ended */
    private List<PackedBlob> open(ObjectId pack, byte[] sealed, long start) throws IOException {
        try {
            List<PackedBlob> blobs = PackHeader.decode(pack, crypto.open(sealed));
            long end = blobs.isEmpty() ? 0 : blobs.getLast().end();
            if (end > start) {
                throw damaged(pack, "it lists blobs of " + end + " bytes, but starts at " + start, null);
            }
            return blobs;
        } catch (CorruptData e) {
            throw e;
        } catch (IOException e) {
            throw damaged(pack, e.getMessage(), e);
        }
    }

    private static CorruptData damaged(ObjectId pack, @Nullable String why, @Nullable Throwable cause) {
        return new CorruptData("The header of pack " + pack + " is damaged: " + why + ".", cause);
    }
}
