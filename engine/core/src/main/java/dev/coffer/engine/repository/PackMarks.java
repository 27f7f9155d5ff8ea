package dev.coffer.engine.repository;

import dev.coffer.backend.FileType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.index.IndexCodec;
import dev.coffer.engine.index.PackMark;
import dev.coffer.engine.store.FileStore;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Marks of packs that are to go. They are in index files that list nothing. Those are only ever added and removed as a whole,
 * so a mark holds without a gap from its time until its file is gone.
 */
public final class PackMarks {

    private final FileStore files;
    private final Index index;
    private final IndexLoader loader;
    private final FileRemoval removal;

    PackMarks(FileStore files, Index index, IndexLoader loader, FileRemoval removal) {
        this.files = files;
        this.index = index;
        this.loader = loader;
        this.removal = removal;
    }

    /** Marks packs; whoever loads the index after this has returned knows of it. Any lock will do. */
    public void add(Collection<ObjectId> packs, Instant since) throws IOException {
        List<PackMark> marks =
                packs.stream().map(pack -> new PackMark(pack, since)).toList();
        files.save(FileType.INDEX, IndexCodec.encodeMarks(marks));
        marks.forEach(index::mark);
    }

    /** Removes files of which all marks are from this time or before, if the index was loaded with them; for an exclusive lock. */
    public void removeUntil(Instant time) throws IOException {
        removal.removeAll(loader.markFiles(time));
    }
}
