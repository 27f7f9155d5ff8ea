package dev.coffer.engine.copy;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.blob.ObjectIdSet;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.errors.RepositoryException.MissingBlob;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.walk.DistinctTreeVisitor;
import dev.coffer.engine.walk.DistinctTreeWalker;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Copies snapshots. They come in batches: once there is enough of it, what they need is stored and indexed, and then the
 * snapshots themselves are saved. For one thread.
 */
public final class SnapshotCopier implements AutoCloseable {

    /** A batch goes on until it has taken so long and holds so much, lest a repository fills up with small packs and indexes. */
    private static final Duration BATCH_TIME = Duration.ofMinutes(1);

    private static final int BATCH_PACKS = 100;

    private final Repository target;
    private final CopyListener listener;
    private final long batchBytes;
    private final BlobSaver saver;
    private final CopyQueue blobs;
    private final DistinctTreeWalker trees;
    private final Contents contents = new Contents();
    private final List<StoredSnapshot> batch = new ArrayList<>();
    private long copiedBefore;
    private Instant batchStart = Instant.now();

    /**
     * A copier between two repositories, with their indexes loaded and locked by the caller.
     *
     * @param source where the snapshots are
     * @param target where they shall be
     */
    public SnapshotCopier(Repository source, Repository target, CopyListener listener) {
        this.target = target;
        this.listener = listener;
        this.batchBytes = BATCH_PACKS * target.options().packSize();
        this.saver = target.startSaving();
        this.blobs = new CopyQueue(source, saver, listener);
        this.trees = new DistinctTreeWalker(source);
    }

    /**
     * Copies those snapshots that are not there yet.
     *
     * @param present snapshots of the target
     * @throws CorruptData if the source lacks something that one of them needs; those before it are there then
     */
    public void copy(List<StoredSnapshot> snapshots, List<StoredSnapshot> present) throws IOException {
        PresentSnapshots known = new PresentSnapshots(present);
        for (StoredSnapshot snapshot : snapshots) {
            Optional<ObjectId> copy = known.copyOf(snapshot);
            if (copy.isPresent()) {
                listener.present(snapshot, copy.get());
            } else {
                add(snapshot);
            }
        }
        saveBatch();
    }

    private void add(StoredSnapshot snapshot) throws IOException {
        listener.started(snapshot);
        try {
            trees.walk(List.of(snapshot.snapshot().tree()), contents);
            blobs.copyQueued();
        } catch (CorruptData | MissingBlob e) {
            throw incomplete(snapshot, e);
        }
        batch.add(snapshot);
        Duration age = Duration.between(batchStart, Instant.now());
        if (age.compareTo(BATCH_TIME) >= 0 && blobs.bytes() - copiedBefore >= batchBytes) {
            saveBatch();
        }
    }

    /** Saves what is complete before giving up. */
    private CorruptData incomplete(StoredSnapshot snapshot, IOException cause) {
        CorruptData failure = new CorruptData(
                "Snapshot " + snapshot.id().shortHex() + " cannot be copied as a whole: " + cause.getMessage(), cause);
        try {
            saveBatch();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private void saveBatch() throws IOException {
        saver.flush();
        for (StoredSnapshot snapshot : batch) {
            listener.saved(snapshot, target.snapshots().save(copyOf(snapshot)));
        }
        batch.clear();
        copiedBefore = blobs.bytes();
        batchStart = Instant.now();
    }

    /** The parent is in the other repository; the origin tells a copy from another snapshot. */
    private static Snapshot copyOf(StoredSnapshot stored) {
        return stored.snapshot().toBuilder()
                .parent(null)
                .original(PresentSnapshots.origin(stored))
                .build();
    }

    /** Queues what trees consist of, and the trees themselves, each once for all snapshots. */
    private final class Contents implements DistinctTreeVisitor {

        private final ObjectIdSet seen = new ObjectIdSet();

        @Override
        public synchronized boolean wants(ObjectId tree) {
            return seen.add(tree);
        }

        @Override
        public void node(ObjectId tree, Node node) throws IOException {
            for (ObjectId id : Objects.requireNonNullElse(node.content(), List.<ObjectId>of())) {
                blobs.queue(BlobHandle.data(id));
            }
        }

        @Override
        public void read(ObjectId tree) throws IOException {
            blobs.queue(BlobHandle.tree(tree));
        }

        @Override
        public void unreadable(ObjectId tree, IOException reason) throws IOException {
            throw reason;
        }
    }

    @Override
    public void close() {
        saver.close();
    }
}
