package dev.coffer.engine.restore;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.BlobLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which pieces of which packs go where: pack → blobs → positions in files. Packs stand in the order of their first use, so
 * that files that lie together are restored together.
 *
 * <p>There may be many millions of pieces, so they are {@link PieceTable rows of numbers}, 64 bytes each, and become objects
 * only while their pack is at work.
 */
final class RestorePlan {

    private final List<PlannedFile> files;
    private final List<PlannedFile> withoutPieces;
    private final List<ObjectId> packs;
    private final PieceTable pieces;
    private final int[] rows;
    private final int[] firstRow;

    private RestorePlan(Builder builder) {
        files = builder.files;
        withoutPieces = builder.withoutPieces;
        packs = builder.packs;
        pieces = builder.pieces;
        firstRow = new int[packs.size() + 1];
        rows = new int[pieces.size()];
        groupByPack();
    }

    /** Sorts row numbers by pack, keeping the order within each. */
    private void groupByPack() {
        for (int row = 0; row < rows.length; row++) {
            firstRow[pieces.pack(row) + 1]++;
        }
        for (int pack = 0; pack < packs.size(); pack++) {
            firstRow[pack + 1] += firstRow[pack];
        }
        int[] next = firstRow.clone();
        for (int row = 0; row < rows.length; row++) {
            rows[next[pieces.pack(row)]++] = row;
        }
    }

    /** Files to be made, or brought to their size, without writing anything into them. */
    List<PlannedFile> withoutPieces() {
        return withoutPieces;
    }

    /** All packs of which something is needed. */
    List<ObjectId> packs() {
        return packs;
    }

    int packCount() {
        return packs.size();
    }

    /** What is needed of one pack, which is numbered from 0. */
    PackPieces piecesOf(int pack) {
        long[] keys = new long[firstRow[pack + 1] - firstRow[pack]];
        for (int i = 0; i < keys.length; i++) {
            int row = rows[firstRow[pack] + i];
            keys[i] = PackPieces.key(pieces.offset(row), row);
        }
        return new PackPieces(packs.get(pack), keys, pieces, files);
    }

    /** Collects a plan. Safe for use by several threads. */
    static final class Builder {

        private final List<PlannedFile> files = new ArrayList<>();
        private final List<PlannedFile> withoutPieces = new ArrayList<>();
        private final List<ObjectId> packs = new ArrayList<>();
        private final Map<ObjectId, Integer> packNumbers = new HashMap<>();
        private final PieceTable pieces = new PieceTable();

        /** Adds a file; its pieces follow in the same call. */
        synchronized void add(PlannedFile file, List<PlannedPiece> filePieces) {
            if (filePieces.isEmpty()) {
                withoutPieces.add(file);
                return;
            }
            files.add(file);
            for (PlannedPiece piece : filePieces) {
                BlobLocation from = piece.from();
                int pack = packNumbers.computeIfAbsent(from.pack(), this::newPack);
                pieces.add(from.blob(), pack, files.size() - 1, piece.position());
            }
        }

        private int newPack(ObjectId pack) {
            packs.add(pack);
            return packs.size() - 1;
        }

        synchronized RestorePlan build() {
            return new RestorePlan(this);
        }
    }

    /** A blob and the position in a file it belongs to. */
    record PlannedPiece(BlobLocation from, long position) {}
}
