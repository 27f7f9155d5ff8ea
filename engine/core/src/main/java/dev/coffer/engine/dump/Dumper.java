package dev.coffer.engine.dump;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.walk.TreePaths;
import dev.coffer.engine.walk.TreeVisitor;
import dev.coffer.engine.walk.TreeWalker;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Writes a file or a folder of a snapshot to a stream. The repository's index must be loaded. Safe for use by any number of
 * threads, each with a stream of its own.
 */
public final class Dumper {

    private final Repository repository;
    private final FileContent contents;

    public Dumper(Repository repository) {
        this.repository = repository;
        this.contents = new FileContent(repository);
    }

    /**
     * Writes what stands at a path: the bytes of a file, or an archive of what is in a folder. Names in the archive are
     * paths from the root on, without a leading slash; the folder itself has no entry, and neither have devices, pipes and
     * sockets.
     *
     * @param root tree that the path starts at
     * @param path {@code /} for everything
     * @param out stays open
     * @throws BadRequest if there is nothing at the path, or nothing that could be written
     */
    public void dump(ObjectId root, String path, ArchiveFormat format, OutputStream out) throws IOException {
        String clean = TreePaths.clean(path);
        if (clean.isEmpty()) {
            archive(root, "", format, out);
            return;
        }
        Node node = find(root, clean);
        switch (node.type()) {
            case FILE -> contents.write(content("/" + clean, node), out);
            case DIR -> archive(subtree("/" + clean, node), "/" + clean, format, out);
            default ->
                throw new BadRequest(
                        "cannot dump \"/" + NativeString.printable(clean) + "\": it is neither a file nor a"
                                + " folder, but of type " + node.type().label());
        }
    }

    private Node find(ObjectId root, String path) throws IOException {
        Optional<Node> node = new TreePaths(repository).find(root, path);
        return node.orElseThrow(() -> new BadRequest("cannot dump file: path \"/" + NativeString.printable(path)
                + "\" not found in snapshot. `ls` shows what is in it."));
    }

    private void archive(ObjectId tree, String folder, ArchiveFormat format, OutputStream out) throws IOException {
        ArchiveWriter archive = format.open(out);
        TreeVisitor visitor = (path, node) -> {
            add(folder + path, node, archive);
            return TreeVisitor.Descent.ENTER;
        };
        new TreeWalker(repository).walk(tree, visitor);
        archive.finish();
    }

    private void add(String path, Node node, ArchiveWriter archive) throws IOException {
        if (!node.hasPlainName()) {
            throw new CorruptData(
                    "The snapshot holds a file with the impossible name \""
                            + NativeString.printable(node.name())
                            + "\", which could end up anywhere when the archive is unpacked;"
                            + " it was not written any further.",
                    null);
        }
        switch (node.type()) {
            case FILE -> {
                List<ObjectId> content = content(path, node);
                archive.add(path.substring(1), node, out -> contents.write(content, out));
            }
            case DIR, SYMLINK -> archive.add(path.substring(1), node, _ -> {});
            case DEV, CHARDEV, FIFO, SOCKET, IRREGULAR, UNKNOWN -> {}
        }
    }

    private static List<ObjectId> content(String path, Node file) throws CorruptData {
        List<ObjectId> content = file.content();
        if (content == null) {
            throw damaged(path);
        }
        return content;
    }

    private static ObjectId subtree(String path, Node folder) throws CorruptData {
        ObjectId subtree = folder.subtree();
        if (subtree == null) {
            throw damaged(path);
        }
        return subtree;
    }

    private static CorruptData damaged(String path) {
        return new CorruptData(
                "The snapshot does not say what is in " + NativeString.printable(path)
                        + ": its node is damaged. `check` tells more, and `coffer repair snapshots` drops what is lost.",
                null);
    }
}
