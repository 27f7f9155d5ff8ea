package dev.coffer.engine.query;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.BlobLoader;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.TreeReader;
import java.io.IOException;
import java.util.Optional;

/** The nodes of one directory, of which the next can be looked at before it is taken. */
final class DirectoryCursor implements AutoCloseable {

    private final TreeReader reader;
    private Optional<Node> next;

    DirectoryCursor(BlobLoader blobs, ObjectId tree) throws IOException {
        reader = TreeReader.of(blobs.content(BlobHandle.tree(tree)));
        next = reader.next();
    }

    Optional<Node> peek() {
        return next;
    }

    Node take() throws IOException {
        Node taken = next.orElseThrow();
        next = reader.next();
        return taken;
    }

    @Override
    public void close() {
        reader.close();
    }
}
