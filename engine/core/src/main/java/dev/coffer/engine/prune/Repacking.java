package dev.coffer.engine.prune;

import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.BlobCopier;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Copies what is needed of packs that are to go into new ones. Only adds to the repository, so any lock will do. */
final class Repacking {

    private final Repository repository;
    private final ProgressListener progress;

    Repacking(Repository repository, ProgressListener progress) {
        this.repository = repository;
        this.progress = progress;
    }

    /** When this has returned, all copies are stored and listed. */
    void run(PrunePlan plan) throws IOException {
        long total = plan.packsTo(PackAction.REPACK).size();
        if (total == 0) {
            return;
        }
        repository.warmUp(plan.packsTo(PackAction.REPACK), progress);
        progress.on(new ProgressEvent.Notice("repack"));
        AtomicLong done = new AtomicLong();
        AtomicLong blobs = new AtomicLong();
        try (BlobSaver saver = repository.startSaving()) {
            new BlobCopier(repository, saver).copy(plan.copies(repository.index()), pack -> {
                blobs.addAndGet(pack.blobs().size());
                progress.on(new ProgressEvent.Step("packs repacked", done.incrementAndGet(), total));
            });
            saver.flush();
        }
        if (blobs.get() != plan.blobsToCopy()) {
            throw new IllegalStateException(blobs + " blobs were copied instead of " + plan.blobsToCopy());
        }
    }
}
