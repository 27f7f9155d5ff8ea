package dev.coffer.engine.copy;

import dev.coffer.engine.blob.BlobContent;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobSet;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.MissingBlob;
import dev.coffer.engine.index.BlobLocation;
import dev.coffer.engine.pack.BlobCodec;
import dev.coffer.engine.pack.GrowingBlob;
import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.BlobLoader.BlobReceiver;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.tasks.TaskGroup;
import dev.coffer.engine.tasks.TaskLimit;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Collects blobs that another repository lacks, and copies them pack by pack, so that each pack is read with few requests.
 * Safe for use by several threads; whoever makes the queue full copies it, and the others wait.
 *
 * <p>Memory: the places of {@value #MAX_QUEUED} blobs, and {@value #TASK_MEMORY} bytes for each pack that is being read.
 */
final class CopyQueue {

    private static final int MAX_QUEUED = 1 << 16;

    /** One range of a pack, and one blob opened and sealed again, for all usual sizes. */
    private static final long TASK_MEMORY = 32L << 20;

    private static final int PART_BYTES = 256 << 10;

    private final Repository source;
    private final BlobSaver saver;
    private final ProgressListener progress;
    private final int maxQueued;
    private final int parallelism;
    private BlobSet queued = new BlobSet();
    private Map<ObjectId, List<PackedBlob>> packs = new HashMap<>();
    private long bytes;

    /** Why the first blob that could not be read was not; the others are copied nevertheless. */
    private final AtomicReference<@Nullable IOException> damage = new AtomicReference<>();

    /** @param saver of the other repository */
    CopyQueue(Repository source, BlobSaver saver, ProgressListener progress) {
        this(source, saver, progress, MAX_QUEUED);
    }

    CopyQueue(Repository source, BlobSaver saver, ProgressListener progress, int maxQueued) {
        this.source = source;
        this.saver = saver;
        this.progress = progress;
        this.maxQueued = maxQueued;
        this.parallelism = TaskLimit.of(source.backend().properties().connections(), TASK_MEMORY);
    }

    /** Has a blob copied, now or later, unless the other repository has it. */
    synchronized void queue(BlobHandle blob) throws IOException {
        if (saver.holds(blob) || !queued.add(blob)) {
            return;
        }
        BlobLocation location = source.index().lookup(blob).orElseThrow(() -> missing(blob));
        packs.computeIfAbsent(location.pack(), _ -> new ArrayList<>()).add(location.blob());
        bytes += location.blob().length();
        if (queued.size() >= maxQueued) {
            copyQueued();
        }
    }

    private MissingBlob missing(BlobHandle blob) {
        return new MissingBlob("The repository at " + source.backend().location() + " does not hold " + blob
                + ", which a file consists of. `coffer check` tells what else is missing.");
    }

    /** Copies all that was queued. */
    synchronized void copyQueued() throws IOException {
        Map<ObjectId, List<PackedBlob>> taken = packs;
        packs = new HashMap<>();
        queued = new BlobSet();
        source.warmUp(taken.keySet(), progress);
        AtomicInteger done = new AtomicInteger();
        try (TaskGroup tasks = new TaskGroup("copy", parallelism)) {
            for (Entry<ObjectId, List<PackedBlob>> pack : taken.entrySet()) {
                tasks.fork(() -> {
                    copy(pack.getKey(), pack.getValue());
                    progress.on(new ProgressEvent.Step("packs copied", done.incrementAndGet(), taken.size()));
                });
            }
            tasks.join();
        }
        IOException failure = damage.get();
        if (failure != null) {
            throw failure;
        }
    }

    /** Stored bytes of all blobs that were queued until now. */
    synchronized long bytes() {
        return bytes;
    }

    private void copy(ObjectId pack, List<PackedBlob> blobs) throws IOException {
        List<PackedBlob> usual = new ArrayList<>(blobs.size());
        for (PackedBlob blob : blobs) {
            if (BlobCodec.isLong(blob)) {
                copyInParts(blob.handle());
            } else {
                usual.add(blob);
            }
        }
        source.blobs().loadFromPack(pack, usual, new BlobReceiver() {
            @Override
            public void loaded(PackedBlob blob, byte[] content, int length) throws IOException {
                saver.save(blob.handle().type(), content, 0, length);
            }

            @Override
            public void failed(PackedBlob blob, IOException reason) {
                damage.compareAndSet(null, reason);
            }
        });
    }

    /** For the tree of a folder of very many files, which would need too much memory as a whole. */
    private void copyInParts(BlobHandle handle) throws IOException {
        BlobContent content = source.blobs().content(handle);
        byte[] part = new byte[PART_BYTES];
        try (GrowingBlob copy = saver.begin(handle.type());
                InputStream in = content.open()) {
            for (int count = 0; count >= 0; count = in.read(part)) {
                copy.append(part, 0, count);
            }
            saver.save(copy);
        }
    }
}
