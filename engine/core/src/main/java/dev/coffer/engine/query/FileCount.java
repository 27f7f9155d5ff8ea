package dev.coffer.engine.query;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.blob.ObjectIdSet;
import dev.coffer.engine.errors.RepositoryException.MissingBlob;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.walk.TreeVisitor;
import dev.coffer.engine.walk.TreeWalker;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts files of different content, or the blobs they are made of by path. A tree that was walked once has nothing new the
 * next time, so it is not entered again.
 */
final class FileCount {

    private final TreeWalker walker;
    private final Index index;
    private final CountingMode mode;
    private final ObjectIdSet trees = new ObjectIdSet();
    private final ObjectIdSet contents = new ObjectIdSet();
    private final Map<String, ObjectIdSet> blobsOfPath = new HashMap<>();
    private long files;
    private long blobs;
    private long size;

    FileCount(Repository repository, CountingMode mode) {
        this.walker = new TreeWalker(repository);
        this.index = repository.index();
        this.mode = mode;
    }

    Statistics count(Collection<ObjectId> roots) throws IOException {
        TreeVisitor visitor = this::visit;
        for (ObjectId root : roots) {
            if (trees.add(root)) {
                walker.walk(root, visitor);
            }
        }
        return new Statistics(roots.size(), size, 0, Statistics.CompressedBlobs.NONE, files, blobs);
    }

    private TreeVisitor.Descent visit(String path, Node node) throws IOException {
        List<ObjectId> content = node.content();
        if (node.type() == NodeType.FILE && content != null && contents.add(identity(content))) {
            count(path, node, content);
        }
        ObjectId subtree = node.subtree();
        return subtree == null || trees.add(subtree) ? TreeVisitor.Descent.ENTER : TreeVisitor.Descent.SKIP;
    }

    private static ObjectId identity(List<ObjectId> content) {
        MessageDigest digest = ObjectId.newDigest();
        content.forEach(id -> digest.update(id.toBytes()));
        return ObjectId.fromDigest(digest);
    }

    private void count(String path, Node file, List<ObjectId> content) throws MissingBlob {
        if (mode == CountingMode.FILES_BY_CONTENTS) {
            files++;
            size += file.size();
            return;
        }
        if (content.isEmpty()) {
            return;
        }
        ObjectIdSet known = blobsOfPath.computeIfAbsent(path, _ -> new ObjectIdSet());
        files += known.isEmpty() ? 1 : 0;
        for (ObjectId id : content) {
            if (known.add(id)) {
                blobs++;
                size += plainLength(path, id);
            }
        }
    }

    private int plainLength(String path, ObjectId id) throws MissingBlob {
        return index.lookup(BlobHandle.data(id))
                .orElseThrow(() -> new MissingBlob("The index does not know blob " + id + " of "
                        + NativeString.printable(path) + ". `check` tells what else is missing."))
                .blob()
                .plainLength();
    }
}
