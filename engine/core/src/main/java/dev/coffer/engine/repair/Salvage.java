package dev.coffer.engine.repair;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.buffer.Buffer;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.pack.BlobCodec;
import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.repository.BlobSaver;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/** Saves the blobs of damaged packs that still open, each once. For one thread. */
final class Salvage {

    private final BlobCodec codec;
    private final BlobSaver saver;
    private final Set<BlobHandle> saved = new HashSet<>();
    private final Map<BlobHandle, String> damaged = new LinkedHashMap<>();

    Salvage(BlobCodec codec, BlobSaver saver) {
        this.codec = codec;
        this.saver = saver;
    }

    /** Saves a blob if it is in these bytes of a pack, where it should be. */
    void salvage(PackedBlob blob, byte[] pack) throws IOException {
        if (saved.contains(blob.handle())) {
            return;
        }
        if (blob.end() > pack.length) {
            damaged.putIfAbsent(blob.handle(), "the pack ends before its end");
            return;
        }
        try (Buffer content = codec.open(blob, pack, (int) blob.offset())) {
            saver.saveCopy(blob.handle(), content.bytes(), content.length());
            saved.add(blob.handle());
        } catch (CorruptData e) {
            damaged.putIfAbsent(blob.handle(), Objects.requireNonNullElse(e.getMessage(), ""));
        }
    }

    /** A blob of which there are no bytes at all. */
    void give(BlobHandle blob, String reason) {
        damaged.putIfAbsent(blob, reason);
    }

    int savedBlobs() {
        return saved.size();
    }

    /** Blobs that were not saved from anywhere, and why. */
    void forEachDamaged(BiConsumer<BlobHandle, String> action) {
        damaged.forEach((blob, reason) -> {
            if (!saved.contains(blob)) {
                action.accept(blob, reason);
            }
        });
    }
}
