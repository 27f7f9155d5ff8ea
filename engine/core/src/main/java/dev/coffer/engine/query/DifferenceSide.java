package dev.coffer.engine.query;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobSet;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import java.util.List;
import java.util.function.Consumer;

/** Counts what one of two trees has and the other has not. */
final class DifferenceSide {

    private final BlobSet blobs = new BlobSet();
    private long files;
    private long directories;
    private long others;

    BlobSet blobs() {
        return blobs;
    }

    void count(Node node) {
        switch (node.type()) {
            case FILE -> files++;
            case DIR -> directories++;
            case SYMLINK, DEV, CHARDEV, FIFO, SOCKET, IRREGULAR, UNKNOWN -> others++;
        }
    }

    void addBlobs(Node node) {
        forEachBlob(node, blobs::add);
    }

    static void forEachBlob(Node node, Consumer<BlobHandle> action) {
        List<ObjectId> content = node.content();
        ObjectId subtree = node.subtree();
        if (node.type() == NodeType.FILE && content != null) {
            content.forEach(id -> action.accept(BlobHandle.data(id)));
        } else if (node.type() == NodeType.DIR && subtree != null) {
            action.accept(BlobHandle.tree(subtree));
        }
    }

    DifferenceStatistics.Side result(Index index) {
        long[] bytes = {0};
        blobs.forEach(blob -> index.lookup(blob)
                .ifPresent(location -> bytes[0] += location.blob().plainLength()));
        return new DifferenceStatistics.Side(
                files,
                directories,
                others,
                blobs.of(BlobType.DATA).size(),
                blobs.of(BlobType.TREE).size(),
                bytes[0]);
    }
}
