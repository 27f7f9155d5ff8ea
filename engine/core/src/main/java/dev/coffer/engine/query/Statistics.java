package dev.coffer.engine.query;

import dev.coffer.engine.json.JsonWriter;

/**
 * Sums over snapshots. Sizes are bytes; what a mode does not count is zero.
 *
 * @param size of what the mode counts
 * @param uncompressedSize of raw data, as it would be stored without compression
 * @param compressedBlobs stored size of those blobs that are compressed, and the size they would have without
 * @param files nodes or files, depending on the mode
 */
public record Statistics(
        long snapshots, long size, long uncompressedSize, CompressedBlobs compressedBlobs, long files, long blobs) {

    /** Sizes of the blobs that are compressed. */
    public record CompressedBlobs(long size, long uncompressedSize) {
        static final CompressedBlobs NONE = new CompressedBlobs(0, 0);
    }

    /** How many times smaller compression made what is compressed; 0 if nothing is. */
    public double compressionRatio() {
        return compressedBlobs.size() == 0 ? 0 : (double) compressedBlobs.uncompressedSize() / compressedBlobs.size();
    }

    /** Percentage of the data that is compressed. */
    public double compressionProgress() {
        return uncompressedSize == 0 ? 0 : (double) compressedBlobs.uncompressedSize() / uncompressedSize * 100;
    }

    /** Percentage of the space that compression saves. */
    public double compressionSpaceSaving() {
        return uncompressedSize == 0 ? 0 : (1 - (double) size / uncompressedSize) * 100;
    }

    /** The object that restic prints. */
    public String toJson() {
        JsonWriter json = new JsonWriter().beginObject();
        json.name("total_size").value(size);
        writeUnlessZero("total_uncompressed_size", uncompressedSize, json);
        writeUnlessZero("compression_ratio", compressionRatio(), json);
        writeUnlessZero("compression_progress", compressionProgress(), json);
        writeUnlessZero("compression_space_saving", compressionSpaceSaving(), json);
        writeUnlessZero("total_file_count", files, json);
        writeUnlessZero("total_blob_count", blobs, json);
        json.name("snapshots_count").value(snapshots);
        return json.endObject().toString();
    }

    private static void writeUnlessZero(String name, long number, JsonWriter json) {
        if (number != 0) {
            json.name(name).value(number);
        }
    }

    private static void writeUnlessZero(String name, double number, JsonWriter json) {
        if (number != 0) {
            json.name(name).value(number);
        }
    }
}
