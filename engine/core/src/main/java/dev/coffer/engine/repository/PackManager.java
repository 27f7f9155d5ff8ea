package dev.coffer.engine.repository;

import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.pack.PackWriter;
import dev.coffer.engine.pack.SealedBlob;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Fills packs with the sealed blobs of one type.
 *
 * <p>Two packs are open at a time and chance decides which one a blob goes to, so that the size of a pack tells nothing
 * about the size of single chunks (eprint 2025/532 and 2025/558 recover chunker secrets from those). For the same reason
 * the two last packs become one if they are small.
 *
 * <p>Safe for use by several threads. Each open pack has a lock of its own, as writing and hashing a blob takes time; a full
 * pack is handed to the uploader under that lock on purpose: while all connections are busy, whoever seals blobs has to wait.
 */
final class PackManager {

    private final BlobType type;
    private final long packSize;
    private final Crypto crypto;
    private final PackUploader uploader;
    private final PackDrafts drafts;
    private final Coin coin = new Coin();
    private final List<Slot> slots;

    PackManager(BlobType type, long packSize, Crypto crypto, PackUploader uploader, PackDrafts drafts) {
        this.type = type;
        this.packSize = packSize;
        this.crypto = crypto;
        this.uploader = uploader;
        this.drafts = drafts;
        this.slots = List.of(new Slot(), new Slot());
    }

    /** The place of one open pack, which is begun when the first blob comes. */
    private final class Slot {

        private Optional<PackWriter> pack = Optional.empty();

        /** A pack that could not be written to is never used again: nobody knows how much of the blob is in its file. */
        synchronized void add(SealedBlob blob) throws IOException {
            Optional<PackWriter> begun = take();
            PackWriter open = begun.isPresent() ? begun.get() : drafts.begin();
            open.add(blob);
            if (open.size() >= packSize || open.isFull()) {
                upload(open);
            } else {
                pack = Optional.of(open);
            }
        }

        synchronized Optional<PackWriter> take() {
            Optional<PackWriter> taken = pack;
            pack = Optional.empty();
            return taken;
        }
    }

    /** Copies a blob, which stays the caller's, into a pack. */
    void add(SealedBlob blob) throws IOException {
        if (blob.length() >= packSize) {
            uploadAlone(blob);
        } else {
            slots.get(coin.toss() ? 1 : 0).add(blob);
        }
    }

    private void uploadAlone(SealedBlob blob) throws IOException {
        PackWriter pack = drafts.begin();
        pack.add(blob);
        upload(pack);
    }

    /** Hands over what is left; nobody adds anything meanwhile. */
    void flush() throws IOException {
        Deque<PackWriter> open = new ArrayDeque<>();
        slots.forEach(slot -> slot.take().ifPresent(open::add));
        if (open.size() > 1 && fitIntoOne(open.getFirst(), open.getLast())) {
            PackWriter last = open.removeLast();
            open.getFirst().addAll(last);
        }
        for (PackWriter pack : open) {
            upload(pack);
        }
    }

    private boolean fitIntoOne(PackWriter pack, PackWriter other) {
        return pack.size() + other.size() < packSize && pack.hasRoomFor(other);
    }

    private void upload(PackWriter pack) throws IOException {
        uploader.upload(type, pack.finish(crypto));
    }
}
