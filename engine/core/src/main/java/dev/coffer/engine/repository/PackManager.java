package dev.coffer.engine.repository;

import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.pack.PackWriter;
import dev.coffer.engine.pack.SealedBlob;
import java.io.IOException;
import java.security.SecureRandom;

/**
 * Fills packs with the sealed blobs of one type.
 *
 * <p>Two packs are open at a time and chance decides which one a blob goes to, so that the size of a pack tells nothing
 * about the size of single chunks (eprint 2025/532 and 2025/558 recover chunker secrets from those). For the same reason
 * the two last packs become one if they are small.
 *
 * <p>Safe for use by several threads; a full pack is handed to the uploader under the lock on purpose: while all
 * connections are busy, whoever seals blobs has to wait.
 */
final class PackManager {

    private final BlobType type;
    private final long packSize;
    private final Crypto crypto;
    private final PackUploader uploader;
    private final SecureRandom random = new SecureRandom();
    private final PackWriter[] open = {new PackWriter(), new PackWriter()};

    PackManager(BlobType type, long packSize, Crypto crypto, PackUploader uploader) {
        this.type = type;
        this.packSize = packSize;
        this.crypto = crypto;
        this.uploader = uploader;
    }

    synchronized void add(SealedBlob blob) throws IOException {
        if (blob.bytes().length >= packSize) {
            uploadAlone(blob);
            return;
        }
        int choice = random.nextInt(open.length);
        PackWriter pack = open[choice];
        pack.add(blob);
        if (pack.size() >= packSize || pack.headerFull()) {
            open[choice] = new PackWriter();
            upload(pack);
        }
    }

    private void uploadAlone(SealedBlob blob) throws IOException {
        PackWriter pack = new PackWriter();
        pack.add(blob);
        upload(pack);
    }

    /** Hands over what is left. */
    synchronized void flush() throws IOException {
        if (open[0].size() + open[1].size() < packSize && open[0].hasRoomFor(open[1])) {
            open[0].addAll(open[1]);
            open[1] = new PackWriter();
        }
        for (int i = 0; i < open.length; i++) {
            PackWriter pack = open[i];
            open[i] = new PackWriter();
            if (!pack.isEmpty()) {
                upload(pack);
            }
        }
    }

    private void upload(PackWriter pack) throws IOException {
        uploader.upload(type, pack.finish(crypto));
    }
}
