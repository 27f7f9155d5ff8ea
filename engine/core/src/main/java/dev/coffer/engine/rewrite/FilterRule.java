package dev.coffer.engine.rewrite;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.UnsupportedFormat;
import dev.coffer.engine.filter.PathFilter;
import dev.coffer.engine.filter.PathFilter.Choice;
import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;

/** Leaves out what a filter does not choose. Nothing else may change, so what cannot be read ends the work. */
final class FilterRule implements RewriteRule {

    private final PathFilter filter;

    FilterRule(PathFilter filter) {
        this.filter = filter;
    }

    @Override
    public Optional<Node> rewrite(String path, Node node) {
        boolean directory = node.type() == NodeType.DIR;
        boolean kept = switch (filter.choose(path, directory)) {
            case SELECTED -> true;
            case PERHAPS_WITHIN -> directory;
            case REFUSED -> false;
        };
        return kept ? Optional.of(node) : Optional.empty();
    }

    @Override
    public boolean keepsEmpty(String path) {
        return filter.choose(path, true) == Choice.SELECTED;
    }

    @Override
    public void unreadable(String path, IOException reason) throws IOException {
        throw reason;
    }

    @Override
    public void inexact(String path, boolean changed) throws UnsupportedFormat {
        throw new UnsupportedFormat("cannot rewrite the folder " + NativeString.printable(path)
                + " without losing something: another program has recorded there what this one does not know");
    }

    @Override
    public ObjectId key(String path, ObjectId tree) {
        MessageDigest digest = ObjectId.newDigest();
        digest.update(NativeString.encode(path));
        digest.update(tree.toBytes());
        return ObjectId.fromDigest(digest);
    }
}
