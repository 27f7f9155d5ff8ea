package dev.coffer.engine.recovery;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;
import java.util.Map;

/** Packs that no index file lists, such as those of a backup that was interrupted. */
final class UnlistedPacks {

    private final Repository repository;
    private final ProgressListener progress;

    UnlistedPacks(Repository repository, ProgressListener progress) {
        this.repository = repository;
        this.progress = progress;
    }

    /** Has the index list them, by what they say of themselves; one that is damaged is passed over with a notice. */
    void adopt(BlobSaver saver) throws IOException {
        for (Map.Entry<ObjectId, Long> pack : repository.packSizes().entrySet()) {
            if (!repository.index().containsPack(pack.getKey())) {
                adopt(saver, pack.getKey(), pack.getValue());
            }
        }
        saver.flush();
    }

    private void adopt(BlobSaver saver, ObjectId pack, long size) throws IOException {
        try {
            saver.adopt(pack, repository.packHeaders().load(pack, size));
        } catch (CorruptData e) {
            progress.on(new ProgressEvent.Notice("Ignoring what may be in a damaged pack: " + e.getMessage()));
        }
    }
}
