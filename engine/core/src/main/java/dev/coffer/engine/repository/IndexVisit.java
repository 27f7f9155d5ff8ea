package dev.coffer.engine.repository;

import dev.coffer.engine.index.IndexCodec;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.index.PackMark;
import dev.coffer.engine.pack.PackedBlob;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes on what an index file says, and takes note of what kind of file it is. For one file, and one thread. */
final class IndexVisit implements IndexCodec.Sink {

    private final Consumer<IndexedPack> packs;
    private final Consumer<PackMark> marks;
    private boolean anyPacks;
    private boolean anyCompressed;
    private @Nullable Instant latestMark;

    IndexVisit(Consumer<IndexedPack> packs, Consumer<PackMark> marks) {
        this.packs = packs;
        this.marks = marks;
    }

    @Override
    public void pack(IndexedPack pack) {
        anyPacks = true;
        anyCompressed |= pack.blobs().stream().anyMatch(PackedBlob::compressed);
        packs.accept(pack);
    }

    @Override
    public void mark(PackMark mark) {
        if (latestMark == null || mark.since().isAfter(latestMark)) {
            latestMark = mark.since();
        }
        marks.accept(mark);
    }

    /** Whether it lists compressed blobs. */
    boolean anyCompressed() {
        return anyCompressed;
    }

    /** Of a file that is there for nothing but marks, the time of the latest. */
    Optional<Instant> latestOfMarksAlone() {
        return anyPacks ? Optional.empty() : Optional.ofNullable(latestMark);
    }
}
