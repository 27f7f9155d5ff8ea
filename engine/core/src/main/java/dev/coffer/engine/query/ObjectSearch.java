package dev.coffer.engine.query;

import dev.coffer.backend.FileType;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobSet;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.walk.TreeVisitor;
import dev.coffer.engine.walk.TreeWalker;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Searches snapshots for the places where blobs, trees, or anything in a pack is used. For one thread at a time; the
 * repository's index must be loaded.
 */
public final class ObjectSearch {

    private final Repository repository;
    private final WantedIds blobs;
    private final WantedIds trees;
    private final BlobSet found = new BlobSet();

    /** Places of trees after which a snapshot is searched no further. */
    private final long enoughTrees;

    private long treesFound;

    private ObjectSearch(Repository repository, WantedIds blobs, WantedIds trees, long enoughTrees) {
        this.repository = repository;
        this.blobs = blobs;
        this.trees = trees;
        this.enoughTrees = enoughTrees;
    }

    /** Takes what is found in the order of the tree. */
    public interface Receiver {
        void found(FoundObject found) throws IOException;

        /** A folder that could not be searched. */
        void unreadable(String path, IOException reason) throws IOException;
    }

    /** A search for data blobs, by full or short ids. */
    public static ObjectSearch forBlobs(Repository repository, List<String> ids) {
        return new ObjectSearch(repository, new WantedIds(ids), new WantedIds(List.of()), Long.MAX_VALUE);
    }

    /** A search for trees, by full or short ids. */
    public static ObjectSearch forTrees(Repository repository, List<String> ids) {
        return new ObjectSearch(repository, new WantedIds(List.of()), new WantedIds(ids), ids.size());
    }

    /**
     * A search for everything in packs, by their full or short ids.
     *
     * @throws BadRequest if there is no such pack
     */
    public static ObjectSearch forPacks(Repository repository, List<String> ids) throws IOException {
        WantedIds packs = new WantedIds(ids);
        ObjectSearch search = forBlobs(repository, List.of());
        Set<String> missing = new HashSet<>(ids);
        for (IndexedPack pack : repository.index().packsWithBlobs()) {
            if (packs.contains(pack.pack())) {
                search.want(pack.blobs());
                missing.remove(pack.pack().toString());
                missing.remove(pack.pack().shortHex());
            }
        }
        if (!missing.isEmpty()) {
            search.wantUnindexed(packs, missing);
        }
        if (!missing.isEmpty()) {
            throw new BadRequest("unable to find pack(s): " + missing + ". `list packs` shows which there are.");
        }
        return search;
    }

    /** Packs that no index lists say themselves what they hold. */
    private void wantUnindexed(WantedIds packs, Set<String> missing) throws IOException {
        Map<ObjectId, Long> sizes = new HashMap<>();
        repository.backend().list(FileType.PACK, file -> {
            ObjectId id = ObjectId.parse(file.name());
            if (packs.contains(id) && !repository.index().containsPack(id)) {
                sizes.put(id, file.size());
            }
        });
        for (Map.Entry<ObjectId, Long> pack : sizes.entrySet()) {
            want(repository.packHeaders().load(pack.getKey(), pack.getValue()));
            missing.remove(pack.getKey().toString());
            missing.remove(pack.getKey().shortHex());
        }
    }

    private void want(List<PackedBlob> packed) {
        for (PackedBlob blob : packed) {
            switch (blob.handle().type()) {
                case DATA -> blobs.add(blob.handle().id());
                case TREE -> trees.add(blob.handle().id());
            }
        }
    }

    /** The wanted blobs that were found so far. */
    public BlobSet found() {
        return found;
    }

    /**
     * Searches one snapshot. When only trees are looked for, as many places as there are trees are enough, summed up over all
     * snapshots; after that each snapshot is left at the first.
     */
    public void search(StoredSnapshot snapshot, Receiver receiver) throws IOException {
        Visitor visitor = new Visitor(snapshot, receiver);
        visitor.tree(snapshot.snapshot().tree(), "/");
        if (!visitor.done) {
            new TreeWalker(repository).walk(snapshot.snapshot().tree(), visitor);
        }
    }

    private final class Visitor implements TreeVisitor {

        private final StoredSnapshot snapshot;
        private final Receiver receiver;

        /** The trees on the way from the root. */
        private final Deque<ObjectId> parents = new ArrayDeque<>();

        private boolean done;

        Visitor(StoredSnapshot snapshot, Receiver receiver) {
            this.snapshot = snapshot;
            this.receiver = receiver;
            parents.addLast(snapshot.snapshot().tree());
        }

        @Override
        public Descent node(String path, Node node) throws IOException {
            if (done) {
                return Descent.SKIP;
            }
            switch (node.type()) {
                case FILE -> content(path, Objects.requireNonNullElse(node.content(), List.of()));
                case DIR -> enter(path, Objects.requireNonNullElse(node.subtree(), ObjectId.NULL));
                case SYMLINK, DEV, CHARDEV, FIFO, SOCKET, IRREGULAR, UNKNOWN -> {}
            }
            return Descent.ENTER;
        }

        private void content(String path, List<ObjectId> content) throws IOException {
            for (ObjectId id : content) {
                if (blobs.contains(id)) {
                    Optional<ObjectId> parent = Optional.of(parents.getLast());
                    report(new FoundObject(BlobHandle.data(id), path, parent, snapshot));
                }
            }
        }

        private void enter(String path, ObjectId subtree) throws IOException {
            parents.addLast(subtree);
            tree(subtree, path);
        }

        @Override
        public void leave(String path, Node directory) {
            parents.removeLast();
        }

        void tree(ObjectId id, String path) throws IOException {
            if (trees.contains(id)) {
                report(new FoundObject(BlobHandle.tree(id), path, Optional.empty(), snapshot));
                treesFound++;
                done = treesFound >= enoughTrees;
            }
        }

        private void report(FoundObject object) throws IOException {
            found.add(object.blob());
            receiver.found(object);
        }

        @Override
        public void unreadable(String path, IOException reason) throws IOException {
            receiver.unreadable(path, reason);
        }
    }
}
