package dev.coffer.engine.repository;

import dev.coffer.backend.FileType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.index.IndexCodec;
import dev.coffer.engine.index.IndexFile;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.index.PackMark;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.store.FileStore;
import dev.coffer.engine.tasks.TaskGroup;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Reads index files, several at a time.
 *
 * <p>It knows which of them are in the index already. Index files never change, so as long as all of these are still listed,
 * only new ones have to be read; if one is gone, a prune has made others of them, and nothing of the old ones counts any more.
 */
public final class IndexLoader {

    private final FileStore files;
    private final int version;
    private final int parallelism;
    private final Index index;
    private final Set<ObjectId> loaded = new HashSet<>();

    /** Files that are there for nothing but marks, with the latest time of a mark. */
    private final Map<ObjectId, Instant> markFiles = new ConcurrentHashMap<>();

    private final LoadAhead ahead = new LoadAhead("index load ahead", () -> update(ProgressListener.NONE));

    IndexLoader(Index index, FileStore files, int version, int parallelism) {
        this.index = index;
        this.files = files;
        this.version = version;
        this.parallelism = parallelism;
    }

    /** Where to start in a pause, if {@link #loadAll} will be called after it. */
    LoadAhead ahead() {
        return ahead;
    }

    /** Makes the index say what all index files say now. */
    void loadAll(ProgressListener progress) throws IOException {
        ahead.await();
        update(progress);
    }

    private synchronized void update(ProgressListener progress) throws IOException {
        Set<ObjectId> listed = new LinkedHashSet<>(files.list(FileType.INDEX));
        if (!listed.containsAll(loaded)) {
            forget();
        }
        listed.removeAll(loaded);
        boolean complete = false;
        try {
            load(listed, progress);
            loaded.addAll(listed);
            complete = true;
        } finally {
            if (!complete) {
                forget();
            }
        }
    }

    private void forget() {
        index.clear();
        loaded.clear();
        markFiles.clear();
    }

    private void load(Set<ObjectId> ids, ProgressListener progress) throws IOException {
        AtomicInteger done = new AtomicInteger();
        try (TaskGroup group = new TaskGroup("index load", parallelism)) {
            for (ObjectId id : ids) {
                group.fork(() -> {
                    readIntoIndex(id);
                    progress.on(new ProgressEvent.Step("index files loaded", done.incrementAndGet(), ids.size()));
                });
            }
            group.join();
        }
    }

    /** The blobs of one pack are all that is in memory besides the index. */
    private void readIntoIndex(ObjectId id) throws IOException {
        visit(id, pack -> index.add(pack.pack(), pack.blobs()), index::mark)
                .latestOfMarksAlone()
                .ifPresent(time -> markFiles.put(id, time));
    }

    /** Of the loaded files those that are there for nothing but marks, all of which are from this time or before. */
    synchronized List<ObjectId> markFiles(Instant until) {
        return markFiles.entrySet().stream()
                .filter(file -> !file.getValue().isAfter(until))
                .map(Map.Entry::getKey)
                .toList();
    }

    public List<ObjectId> list() throws IOException {
        return files.list(FileType.INDEX);
    }

    /**
     * The packs that one index file lists.
     *
     * @throws CorruptData if it is damaged
     */
    public List<IndexedPack> load(ObjectId id) throws IOException {
        return read(id).packs();
    }

    /**
     * Visits the packs that one index file lists, without having all of them in memory.
     *
     * @throws CorruptData if it is damaged, possibly after some packs
     */
    public void forEachPack(ObjectId id, Consumer<IndexedPack> action) throws IOException {
        visit(id, action, _ -> {});
    }

    /**
     * Everything that one index file says.
     *
     * @throws CorruptData if it is damaged
     */
    IndexFile read(ObjectId id) throws IOException {
        IndexFile file = new IndexFile(new ArrayList<>(), new ArrayList<>());
        visit(id, file.packs()::add, file.marks()::add);
        return file;
    }

    private IndexVisit visit(ObjectId id, Consumer<IndexedPack> packs, Consumer<PackMark> marks) throws IOException {
        IndexVisit visit = new IndexVisit(packs, marks);
        try (InputStream document = files.open(FileType.INDEX, id)) {
            decode(id, document, visit);
        }
        if (version < 2 && visit.anyCompressed()) {
            throw new CorruptData(
                    "Index file " + id + " lists compressed blobs, which a repository of version 1 cannot hold.", null);
        }
        return visit;
    }

    private static void decode(ObjectId id, InputStream document, IndexVisit visit) throws CorruptData {
        try {
            IndexCodec.decode(document, visit);
        } catch (IOException e) {
            throw new CorruptData(
                    "Index file " + id + " is damaged: " + e.getMessage()
                            + ". `coffer check` shows the extent; the index can be rebuilt from the packs.",
                    e);
        }
    }
}
