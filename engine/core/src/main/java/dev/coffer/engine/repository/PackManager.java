package dev.coffer.engine.repository;

import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.pack.PackWriter;
import dev.coffer.engine.pack.SealedBlob;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;

/**
 * Fills packs with the sealed blobs of one type.
 *
 * <p>Two packs are open at a time and chance decides which one a blob goes to, so that the size of a pack tells nothing
 * about the size of single chunks (eprint 2025/532 and 2025/558 recover chunker secrets from those). For the same reason
 * the two last packs become one if they are small.
 *
 * <p>Safe for use by several threads. Each open pack has a lock of its own, as copying and hashing a blob takes time; a full
 * pack is handed to the uploader under that lock on purpose: while all connections are busy, whoever seals blobs has to wait.
 */
final class PackManager {

    private final BlobType type;
    private final long packSize;
    private final Crypto crypto;
    private final PackUploader uploader;
    private final BufferPool buffers;
    private final SecureRandom random = new SecureRandom();
    private final List<Slot> slots;

    PackManager(BlobType type, long packSize, Crypto crypto, PackUploader uploader, BufferPool buffers) {
        this.type = type;
        this.packSize = packSize;
        this.crypto = crypto;
        this.uploader = uploader;
        this.buffers = buffers;
        this.slots = List.of(new Slot(), new Slot());
    }

    /** The place of one open pack. */
    private final class Slot {

        private PackWriter pack = new PackWriter(buffers);

        synchronized void add(SealedBlob blob) throws IOException {
            pack.add(blob);
            if (pack.size() >= packSize || pack.isFull()) {
                upload(take());
            }
        }

        synchronized PackWriter take() {
            PackWriter taken = pack;
            pack = new PackWriter(buffers);
            return taken;
        }
    }

    /** Copies a blob, which stays the caller's, into a pack. */
    void add(SealedBlob blob) throws IOException {
        if (blob.length() >= packSize) {
            uploadAlone(blob);
        } else {
            slots.get(random.nextInt(slots.size())).add(blob);
        }
    }

    private void uploadAlone(SealedBlob blob) throws IOException {
        PackWriter pack = new PackWriter(buffers);
        pack.add(blob);
        upload(pack);
    }

    /** Hands over what is left; nobody adds anything meanwhile. */
    void flush() throws IOException {
        PackWriter first = slots.getFirst().take();
        PackWriter last = slots.getLast().take();
        if (first.size() + last.size() < packSize && first.hasRoomFor(last)) {
            first.addAll(last);
        } else {
            upload(last);
        }
        if (!first.isEmpty()) {
            upload(first);
        }
    }

    private void upload(PackWriter pack) throws IOException {
        uploader.upload(type, pack.finish(crypto));
    }
}
