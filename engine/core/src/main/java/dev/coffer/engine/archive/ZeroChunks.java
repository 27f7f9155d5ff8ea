package dev.coffer.engine.archive;

import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.buffer.Buffer;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.SavedBlob;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Knows the chunk that long runs of zeros consist of, such as the holes of sparse files, so that it is hashed once and not a
 * thousand times. Safe for use by any number of threads; one for each backup.
 */
final class ZeroChunks {

    private final byte[] zeros;
    private volatile @Nullable ObjectId saved;

    /** @param length of the chunks that zeros are cut into */
    ZeroChunks(int length) {
        zeros = new byte[length];
    }

    /** Saves a chunk. */
    SavedBlob save(Buffer chunk, BlobSaver saver) throws IOException {
        if (!isZeros(chunk)) {
            return saver.save(BlobType.DATA, chunk.bytes(), 0, chunk.length());
        }
        ObjectId known = saved;
        if (known != null) {
            return new SavedBlob(known, false, chunk.length(), 0);
        }
        SavedBlob first = saver.save(BlobType.DATA, chunk.bytes(), 0, chunk.length());
        saved = first.id();
        return first;
    }

    private boolean isZeros(Buffer chunk) {
        return chunk.length() == zeros.length && Arrays.equals(chunk.bytes(), 0, zeros.length, zeros, 0, zeros.length);
    }
}
