package dev.coffer.engine.repository;

import dev.coffer.backend.FileType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.index.IndexCodec;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.store.FileStore;
import dev.coffer.engine.tasks.TaskGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads index files, several at a time. */
public final class IndexLoader {

    private final FileStore files;
    private final int version;
    private final int parallelism;

    IndexLoader(FileStore files, int version, int parallelism) {
        this.files = files;
        this.version = version;
        this.parallelism = parallelism;
    }

    /** Adds the content of all index files. */
    void loadAll(Index index, ProgressListener progress) throws IOException {
        List<ObjectId> ids = files.list(FileType.INDEX);
        AtomicInteger done = new AtomicInteger();
        try (TaskGroup group = new TaskGroup("index load", parallelism)) {
            for (ObjectId id : ids) {
                group.fork(() -> {
                    load(id).forEach(pack -> index.add(pack.pack(), pack.blobs()));
                    progress.on(new ProgressEvent.Step("index files loaded", done.incrementAndGet(), ids.size()));
                });
            }
            group.join();
        }
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
        byte[] document = files.load(FileType.INDEX, id);
        List<IndexedPack> packs = new ArrayList<>();
        try {
            IndexCodec.decode(document, packs::add);
        } catch (IOException e) {
            throw new CorruptData(
                    "Index file " + id + " is damaged: " + e.getMessage()
                            + ". `coffer check` shows the extent; the index can be rebuilt from the packs.",
                    e);
        }
        boolean compressed =
                packs.stream().flatMap(pack -> pack.blobs().stream()).anyMatch(blob -> blob.compressed());
        if (version < 2 && compressed) {
            throw new CorruptData(
                    "Index file " + id + " lists compressed blobs, which a repository of version 1 cannot" + " hold.",
                    null);
        }
        return packs;
    }
}
