package dev.coffer.engine.repository;

import dev.coffer.backend.Backend;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.pack.PackWriter.FinishedPack;
import dev.coffer.engine.tasks.TaskGroup;
import java.io.IOException;

/**
 * Stores finished packs, as many at a time as the store has connections, and records each in the index once it is stored.
 * There is no queue: handing over a pack waits until a connection is free. Safe for use by several threads.
 */
final class PackUploader implements AutoCloseable {

    private final Backend backend;
    private final PackDrafts drafts;
    private final IndexWriter index;
    private final TaskGroup uploads;

    PackUploader(Backend backend, PackDrafts drafts, IndexWriter index) {
        this.backend = backend;
        this.drafts = drafts;
        this.index = index;
        this.uploads = new TaskGroup("pack upload", backend.properties().connections());
    }

    void upload(BlobType type, FinishedPack pack) throws IOException {
        uploads.fork(() -> {
            String name = pack.id().toString();
            backend.save(
                    type == BlobType.TREE ? Handle.treePack(name) : Handle.of(FileType.PACK, name), pack.content());
            drafts.end(pack);
            index.add(pack.id(), pack.blobs());
        });
    }

    /** Waits until all packs handed over so far are stored and recorded. */
    void await() throws IOException {
        uploads.joinStarted();
    }

    /** Gives up what is still on its way. */
    @Override
    public void close() {
        uploads.close();
    }
}
