package dev.coffer.engine.rewrite;

import dev.coffer.backend.BackendException;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.errors.RepositoryException.MissingBlob;
import dev.coffer.engine.index.BlobLocation;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.json.MalformedJson;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Leaves out what is lost: pieces of files that are in no pack, the content of folders that are damaged, and nodes of which
 * nobody knows what they are. What only could not be read just now ends the work.
 */
final class RepairRule implements RewriteRule {

    private final Index index;
    private final ProgressListener progress;

    /** @param progress is told of everything that goes */
    RepairRule(Index index, ProgressListener progress) {
        this.index = index;
        this.progress = progress;
    }

    @Override
    public Optional<Node> rewrite(String path, Node node) {
        return switch (node.type()) {
            case FILE -> Optional.of(withoutLost(path, node));
            case IRREGULAR, UNKNOWN -> {
                tell(path, "removed, as it is neither a file nor a folder nor anything else that is known");
                yield Optional.empty();
            }
            case DIR, SYMLINK, DEV, CHARDEV, FIFO, SOCKET -> Optional.of(node);
        };
    }

    private Node withoutLost(String path, Node file) {
        List<ObjectId> recorded = Objects.requireNonNullElse(file.content(), List.of());
        List<ObjectId> present = new ArrayList<>(recorded.size());
        long size = 0;
        for (ObjectId id : recorded) {
            Optional<BlobLocation> location = index.lookup(BlobHandle.data(id));
            if (location.isPresent()) {
                present.add(id);
                size += location.get().blob().plainLength();
            }
        }
        if (present.size() < recorded.size()) {
            tell(
                    path,
                    "removed " + (recorded.size() - present.size()) + " of " + recorded.size()
                            + " pieces, which are lost");
        } else if (size != file.size()) {
            tell(path, "corrected the size, from " + Long.toUnsignedString(file.size()) + " to " + size + " bytes");
        }
        return file.withContent(present, size);
    }

    @Override
    public boolean keepsEmpty(String path) {
        return true;
    }

    @Override
    public void unreadable(String path, IOException reason) throws IOException {
        if (!isLost(reason)) {
            throw reason;
        }
        tell(
                path,
                "what was in this folder is lost" + (reason instanceof MissingBlob ? "" : ": " + reason.getMessage()));
    }

    private static boolean isLost(IOException reason) {
        return reason instanceof CorruptData
                || reason instanceof MissingBlob
                || reason instanceof MalformedJson
                || reason instanceof BackendException.Missing;
    }

    @Override
    public void inexact(String path, boolean changed) {
        if (changed) {
            tell(path, "another program has recorded in this folder what this one does not know, and could not keep");
        }
    }

    @Override
    public ObjectId key(String path, ObjectId tree) {
        return tree;
    }

    private void tell(String path, String what) {
        progress.on(new ProgressEvent.Notice(NativeString.printable(path) + ": " + what));
    }
}
