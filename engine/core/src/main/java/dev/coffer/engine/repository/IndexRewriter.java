package dev.coffer.engine.repository;

import dev.coffer.backend.FileType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.blob.ObjectIdSet;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.index.IndexCodec;
import dev.coffer.engine.index.IndexFile;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.pack.PackHeader;
import dev.coffer.engine.store.FileStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Makes the index files list what an index in memory holds, but for some packs. Files that are full and right as they are stay;
 * all others give way to new ones, which are stored before anything is removed. So an interruption leaves packs that are listed
 * twice at worst.
 *
 * <p>For the holder of an exclusive lock, and one thread.
 */
public final class IndexRewriter {

    /** With more blobs than a full file and one more pack can have, a file is one of those that no program writes any more. */
    private static final int OVERSIZED_BLOBS = IndexWriter.FULL_BLOBS + PackHeader.MAX_ENTRIES;

    private final FileStore files;
    private final IndexLoader loader;
    private final FileRemoval removal;

    IndexRewriter(FileStore files, IndexLoader loader, FileRemoval removal) {
        this.files = files;
        this.loader = loader;
        this.removal = removal;
    }

    /**
     * Rewrites the files; those that mark packs go.
     *
     * @param index what they are to list; nobody changes it meanwhile
     * @param without packs that no file lists any more, also if they are in the index
     * @throws IOException also if an old file could not be removed: then it may still list packs that should be in none
     */
    public void rewrite(Index index, Collection<ObjectId> without) throws IOException {
        rewrite(index, without, false);
    }

    /** As {@link #rewrite(Index, Collection)}, but files that mark packs stay as they are. */
    public void rewriteAroundMarks(Index index, Collection<ObjectId> without) throws IOException {
        rewrite(index, without, true);
    }

    private void rewrite(Index index, Collection<ObjectId> without, boolean keepMarks) throws IOException {
        ObjectIdSet done = new ObjectIdSet();
        without.forEach(done::add);
        List<ObjectId> obsolete = new ArrayList<>();
        for (ObjectId file : loader.list()) {
            if (!stays(file, index, done, keepMarks)) {
                obsolete.add(file);
            }
        }
        save(index, done);
        removal.removeAll(obsolete);
    }

    /** Removes all files before anything is stored, for stores without space. An interruption leaves packs that none lists. */
    public void removeAll() throws IOException {
        removal.removeAll(loader.list());
    }

    /** Whether a file is right as it is; if so, its packs are done. A damaged one is not, and what it listed is in memory. */
    private boolean stays(ObjectId id, Index index, ObjectIdSet done, boolean keepMarks) throws IOException {
        IndexFile file;
        try {
            file = loader.read(id);
        } catch (CorruptData _) {
            return false;
        }
        return file.isForMarks() ? keepMarks : isRight(file.packs(), index, done);
    }

    private static boolean isRight(List<IndexedPack> packs, Index index, ObjectIdSet done) {
        long blobs = packs.stream().mapToLong(pack -> pack.blobs().size()).sum();
        boolean right = blobs >= IndexWriter.FULL_BLOBS
                && blobs < OVERSIZED_BLOBS
                && packs.stream().map(IndexedPack::pack).distinct().count() == packs.size()
                && packs.stream().allMatch(pack -> !done.contains(pack.pack()) && index.agreesWith(pack));
        if (right) {
            packs.forEach(pack -> done.add(pack.pack()));
        }
        return right;
    }

    private void save(Index index, ObjectIdSet done) throws IOException {
        List<IndexedPack> pending = new ArrayList<>();
        int blobs = 0;
        for (IndexedPack pack : index.packsWithBlobs()) {
            if (!done.contains(pack.pack())) {
                pending.add(pack);
                blobs += pack.blobs().size();
            }
            if (blobs >= IndexWriter.FULL_BLOBS) {
                files.save(FileType.INDEX, document -> IndexCodec.encode(pending, document));
                pending.clear();
                blobs = 0;
            }
        }
        if (!pending.isEmpty()) {
            files.save(FileType.INDEX, document -> IndexCodec.encode(pending, document));
        }
    }
}
