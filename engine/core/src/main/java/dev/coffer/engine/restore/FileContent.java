package dev.coffer.engine.restore;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.errors.RepositoryException.MissingBlob;
import dev.coffer.engine.index.BlobLocation;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The content of a file, and where its pieces are stored.
 *
 * @param size sum of the pieces, which is what counts; the node may claim something else
 */
record FileContent(List<BlobLocation> pieces, long size) {

    /**
     * Finds all pieces.
     *
     * @throws MissingBlob if one is in no pack
     */
    static FileContent of(Node node, Index index) throws IOException {
        List<ObjectId> ids = node.content();
        if (ids == null) {
            throw new CorruptData(
                    "The snapshot does not tell the content of " + NativeString.printable(node.name())
                            + ": its node is damaged.",
                    null);
        }
        List<BlobLocation> pieces = new ArrayList<>(ids.size());
        long size = 0;
        for (ObjectId id : ids) {
            BlobLocation piece = index.lookup(BlobHandle.data(id)).orElseThrow(() -> missing(id));
            pieces.add(piece);
            size += piece.blob().plainLength();
        }
        return new FileContent(pieces, size);
    }

    private static MissingBlob missing(ObjectId id) {
        return new MissingBlob("The repository does not hold data blob " + id
                + ", so nothing of the file was restored. `coffer check` tells what else is missing, `coffer repair index`"
                + " may find it.");
    }

    int longestPiece() {
        return pieces.stream()
                .mapToInt(piece -> piece.blob().plainLength())
                .max()
                .orElse(0);
    }
}
