package dev.coffer.engine.repository;

import dev.coffer.backend.Backend;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;

/** Has packs ready, and tells those who wait how it goes. */
record WarmUp(Collection<ObjectId> packs, ProgressListener progress) {

    void run(Backend backend) throws IOException {
        AtomicBoolean told = new AtomicBoolean();
        Iterable<Handle> handles = () -> packs.stream()
                .map(pack -> Handle.of(FileType.PACK, pack.toString()))
                .iterator();
        backend.warmUp(handles, waiting -> {
            if (told.compareAndSet(false, true)) {
                progress.on(
                        new ProgressEvent.Notice(
                                waiting + " of " + packs.size()
                                        + " packs are in an archive and are being brought back, which may take hours. You can interrupt the"
                                        + " command; what was asked for comes back nevertheless, and the next run goes on from there."));
            }
            progress.on(new ProgressEvent.Step("packs ready", packs.size() - (long) waiting, packs.size()));
        });
    }
}
