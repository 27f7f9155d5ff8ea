package dev.coffer.engine.check;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at the nodes of one directory, given in stored order. For one thread at a time. */
final class TreeInspector {

    private final Index index;
    private final List<TreeProblem> problems = new ArrayList<>();
    private final List<String> disorderedNames = new ArrayList<>();
    private @Nullable String lastName;

    TreeInspector(Index index) {
        this.index = index;
    }

    /** What is wrong with the tree. */
    List<TreeProblem> problems() {
        return problems;
    }

    /** Names that do not come after the one before them. */
    List<String> disorderedNames() {
        return disorderedNames;
    }

    void inspect(Node node) {
        inspectName(node.name());
        switch (node.type()) {
            case FILE -> inspectContent(node);
            case DIR -> inspectSubtree(node);
            case IRREGULAR, UNKNOWN -> problems.add(new TreeProblem.UnknownType(node.name()));
            case SYMLINK, DEV, CHARDEV, FIFO, SOCKET -> {}
        }
    }

    private void inspectName(String name) {
        if (name.isEmpty()) {
            problems.add(new TreeProblem.EmptyName());
        }
        if (lastName != null && NativeString.compareBytes(lastName, name) >= 0) {
            disorderedNames.add(name);
        }
        lastName = name;
    }

    private void inspectContent(Node file) {
        List<ObjectId> content = file.content();
        if (content == null) {
            problems.add(new TreeProblem.FileWithoutContent(file.name()));
            return;
        }
        for (int i = 0; i < content.size(); i++) {
            BlobHandle blob = BlobHandle.data(content.get(i));
            if (blob.id().equals(ObjectId.NULL)) {
                problems.add(new TreeProblem.NullContent(file.name(), i));
            } else if (!index.contains(blob)) {
                problems.add(new TreeProblem.MissingContent(file.name(), i, blob));
            }
        }
    }

    private void inspectSubtree(Node directory) {
        ObjectId subtree = directory.subtree();
        if (subtree == null) {
            problems.add(new TreeProblem.DirectoryWithoutSubtree(directory.name()));
        } else if (subtree.equals(ObjectId.NULL)) {
            problems.add(new TreeProblem.NullSubtree(directory.name()));
        }
    }
}
