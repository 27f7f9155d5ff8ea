package dev.coffer.engine.repair;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.pack.PackHeader;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.IndexLoader;
import dev.coffer.engine.repository.PackHeaders;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.tasks.TaskGroup;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Makes the index fit the packs: those that are not listed, or not of the size they should have, are asked what they hold; those
 * that do not exist are dropped. An interruption leaves a repository that is no worse than before.
 *
 * <p>The caller holds an exclusive lock; the repository's own index need not be loaded, and is not used. For one repair.
 */
public final class IndexRepair {

    private final Repository repository;
    private final Consumer<RepairNote> notes;
    private final ProgressListener progress;

    /** What the packs were found to hold. */
    private final Index index = new Index();

    /** @param notes told of everything that was not as it should be, one at a time; must return quickly */
    public IndexRepair(Repository repository, Consumer<RepairNote> notes, ProgressListener progress) {
        this.repository = repository;
        this.notes = notes;
        this.progress = progress;
    }

    /** Repairs what the index files say. */
    public void repair() throws IOException {
        Index listed = loadListed();
        Map<ObjectId, Long> toRead = new HashMap<>(repository.packSizes());
        for (IndexedPack pack : listed.packsWithBlobs()) {
            if (isSound(pack, toRead)) {
                toRead.remove(pack.pack());
                index.add(pack.pack(), pack.blobs());
            }
        }
        toRead.keySet().stream()
                .filter(pack -> !listed.containsPack(pack))
                .forEach(pack -> tell(new RepairNote.PackAdded(pack)));
        finish(toRead);
    }

    /** Makes the index anew from what all packs say, whatever the index files do. */
    public void rebuild() throws IOException {
        finish(repository.packSizes());
    }

    private Index loadListed() throws IOException {
        announce("load the index");
        Index listed = new Index();
        IndexLoader files = repository.indexFiles();
        for (ObjectId file : files.list()) {
            try {
                files.load(file).forEach(pack -> listed.add(pack.pack(), pack.blobs()));
            } catch (CorruptData e) {
                tell(new RepairNote.IndexDamaged(file, Objects.requireNonNullElse(e.getMessage(), "")));
            }
        }
        return listed;
    }

    private boolean isSound(IndexedPack pack, Map<ObjectId, Long> stored) {
        long expected = PackHeader.packSize(pack.blobs());
        Long actual = stored.get(pack.pack());
        if (actual == null) {
            tell(new RepairNote.PackDropped(pack.pack()));
            return false;
        }
        if (actual != expected) {
            tell(new RepairNote.PackReread(pack.pack(), expected, actual));
            return false;
        }
        return true;
    }

    private void finish(Map<ObjectId, Long> toRead) throws IOException {
        readHeaders(toRead);
        announce("rewrite the index");
        repository.indexRewriter().rewrite(index, List.of());
    }

    private void readHeaders(Map<ObjectId, Long> sizes) throws IOException {
        if (sizes.isEmpty()) {
            return;
        }
        announce("read what packs hold");
        PackHeaders headers = repository.packHeaders();
        AtomicLong done = new AtomicLong();
        try (TaskGroup group =
                new TaskGroup("pack header", repository.backend().properties().connections())) {
            for (Map.Entry<ObjectId, Long> pack : sizes.entrySet()) {
                group.fork(() -> {
                    readHeader(headers, pack.getKey(), pack.getValue());
                    progress.on(new ProgressEvent.Step("packs read", done.incrementAndGet(), sizes.size()));
                });
            }
            group.join();
        }
    }

    private void readHeader(PackHeaders headers, ObjectId pack, long size) throws IOException {
        try {
            index.add(pack, headers.load(pack, size));
        } catch (CorruptData e) {
            tell(new RepairNote.PackUnlisted(pack, Objects.requireNonNullElse(e.getMessage(), "")));
        }
    }

    private synchronized void tell(RepairNote note) {
        notes.accept(note);
    }

    private void announce(String stage) {
        progress.on(new ProgressEvent.Notice(stage));
    }
}
