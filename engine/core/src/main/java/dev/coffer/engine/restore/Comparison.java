package dev.coffer.engine.restore;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.fs.LocalFiles.OpenFile;
import dev.coffer.engine.index.BlobLocation;
import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.restore.RestorePlan.PlannedPiece;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a file compares with the content it should have.
 *
 * @param differing pieces that are not there
 * @param sameSize whether it has the right size
 */
record Comparison(List<PlannedPiece> differing, boolean sameSize) {

    /** A file of which nothing is there. */
    static Comparison nothing(FileContent content) {
        List<PlannedPiece> pieces = new ArrayList<>(content.pieces().size());
        long position = 0;
        for (BlobLocation piece : content.pieces()) {
            pieces.add(new PlannedPiece(piece, position));
            position += piece.blob().plainLength();
        }
        return new Comparison(pieces, false);
    }

    /** Reads an open file and compares it piece by piece. */
    static Comparison of(OpenFile file, FileContent content) throws IOException {
        long size = file.stat().size();
        byte[] buffer = new byte[content.longestPiece()];
        List<PlannedPiece> differing = new ArrayList<>();
        for (PlannedPiece piece : nothing(content).differing()) {
            if (!matches(file, size, piece, buffer)) {
                differing.add(piece);
            }
        }
        return new Comparison(differing, size == content.size());
    }

    private static boolean matches(OpenFile file, long size, PlannedPiece piece, byte[] buffer) throws IOException {
        PackedBlob blob = piece.from().blob();
        int length = blob.plainLength();
        if (piece.position() + length > size) {
            return false;
        }
        int count = length == 0 ? 0 : file.read(piece.position(), buffer, 0, length);
        return count == length
                && ObjectId.of(buffer, 0, length).equals(blob.handle().id());
    }

    boolean same() {
        return differing.isEmpty() && sameSize;
    }

    long differingBytes() {
        return differing.stream()
                .mapToLong(piece -> piece.from().blob().plainLength())
                .sum();
    }
}
