package dev.coffer.engine.restore;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.pack.PackedBlob;
import java.util.ArrayList;
import java.util.List;

/** Pieces as rows of eight longs, in blocks that never move. */
final class PieceTable {

    private static final int COLUMNS = 8;
    private static final int BLOCK_BITS = 12;
    private static final int BLOCK_ROWS = 1 << BLOCK_BITS;

    private static final int ID = 0;
    private static final int OFFSET = 4;
    private static final int LENGTHS = 5;
    private static final int NUMBERS = 6;
    private static final int POSITION = 7;

    private static final long LOW_HALF = 0xFFFF_FFFFL;

    private final List<long[]> blocks = new ArrayList<>();
    private int size;

    int size() {
        return size;
    }

    /**
     * Adds a row.
     *
     * @param position in the file
     */
    void add(PackedBlob blob, int pack, int file, long position) {
        if (size == blocks.size() << BLOCK_BITS) {
            blocks.add(new long[BLOCK_ROWS * COLUMNS]);
        }
        int row = size++;
        ObjectId id = blob.handle().id();
        set(row, ID, id.w0());
        set(row, ID + 1, id.w1());
        set(row, ID + 2, id.w2());
        set(row, ID + 3, id.w3());
        set(row, OFFSET, blob.offset());
        set(row, LENGTHS, pair(blob.length(), blob.uncompressedLength()));
        set(row, NUMBERS, pair(pack, file));
        set(row, POSITION, position);
    }

    int pack(int row) {
        return (int) (get(row, NUMBERS) >>> 32);
    }

    int file(int row) {
        return (int) get(row, NUMBERS);
    }

    long offset(int row) {
        return get(row, OFFSET);
    }

    long position(int row) {
        return get(row, POSITION);
    }

    PackedBlob blob(int row) {
        ObjectId id = new ObjectId(get(row, ID), get(row, ID + 1), get(row, ID + 2), get(row, ID + 3));
        long lengths = get(row, LENGTHS);
        return new PackedBlob(BlobHandle.data(id), offset(row), (int) (lengths >>> 32), (int) lengths);
    }

    private static long pair(int high, int low) {
        return (long) high << 32 | (low & LOW_HALF);
    }

    private long get(int row, int column) {
        return blocks.get(row >>> BLOCK_BITS)[index(row, column)];
    }

    private void set(int row, int column, long value) {
        blocks.get(row >>> BLOCK_BITS)[index(row, column)] = value;
    }

    private static int index(int row, int column) {
        return (row & (BLOCK_ROWS - 1)) * COLUMNS + column;
    }
}
