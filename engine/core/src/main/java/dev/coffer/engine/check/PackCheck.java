package dev.coffer.engine.check;

import dev.coffer.backend.Backend;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.buffer.Buffer;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.pack.BlobCodec;
import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.repository.PackHeaders;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one pack from its start to its end and verifies it. For one thread, once. */
final class PackCheck {

    private final Backend backend;
    private final BufferPool buffers;
    private final BlobCodec codec;
    private final PackHeaders headers;
    private final IndexedPack indexed;
    private final PackParts parts;
    private final List<PackProblem> problems = new ArrayList<>();
    private final MessageDigest digest = ObjectId.newDigest();

    /**
     * A check still to be run.
     *
     * @param indexed the pack as the index has it
     */
    PackCheck(Repository repository, IndexedPack indexed, PackParts parts) {
        this.backend = repository.backend();
        this.buffers = repository.buffers();
        this.codec = repository.codec();
        this.headers = repository.packHeaders();
        this.indexed = indexed;
        this.parts = parts;
    }

    /** What is wrong with the pack. */
    List<PackProblem> run() throws IOException {
        List<PackProblem> inHeader = List.of();
        // One array for all parts: arrays of many lengths would lie idle meanwhile.
        try (Buffer buffer = buffers.take(Math.toIntExact(parts.longest()))) {
            byte[] content = buffer.bytes();
            for (PackParts.Part part : parts.inOrder()) {
                load(part, content);
                digest.update(content, 0, part.length());
                checkBlobs(part, content);
                if (part.end() == parts.size()) {
                    inHeader = checkHeader(content, part.length());
                }
            }
            for (PackParts.Part part : parts.overlapping()) {
                load(part, content);
                checkBlobs(part, content);
            }
        }
        parts.outside()
                .forEach(blob -> problems.add(
                        new PackProblem.BlobDamaged(blob.handle(), "the file ends before the end of this blob")));
        checkHash();
        problems.addAll(inHeader);
        return problems;
    }

    private void load(PackParts.Part part, byte[] content) throws IOException {
        backend.load(handle(indexed.pack()), part.start(), content, 0, part.length());
    }

    /** Without the flag for trees, so that no cache keeps packs that are read only to verify them. */
    static Handle handle(ObjectId pack) {
        return Handle.of(FileType.PACK, pack.toString());
    }

    private void checkBlobs(PackParts.Part part, byte[] content) throws IOException {
        for (PackedBlob blob : part.blobs()) {
            try {
                codec.verify(blob, content, (int) (blob.offset() - part.start()));
            } catch (CorruptData e) {
                problems.add(new PackProblem.BlobDamaged(blob.handle(), Reasons.of(e)));
            }
        }
    }

    private void checkHash() {
        ObjectId hash = ObjectId.fromDigest(digest);
        if (!hash.equals(indexed.pack())) {
            problems.add(new PackProblem.WrongHash(hash));
        }
    }

    /** @param tail starts with the end of the file */
    private List<PackProblem> checkHeader(byte[] tail, int length) throws IOException {
        List<PackedBlob> inHeader;
        try {
            inHeader = headers.parse(indexed.pack(), tail, length, parts.size());
        } catch (CorruptData e) {
            return List.of(new PackProblem.HeaderDamaged(Reasons.of(e)));
        }
        List<PackProblem> found = new ArrayList<>();
        Set<PackedBlob> onlyInHeader = new HashSet<>(inHeader);
        for (PackedBlob blob : indexed.blobs()) {
            if (!onlyInHeader.remove(blob)) {
                found.add(new PackProblem.BlobNotInHeader(blob.handle()));
            }
        }
        inHeader.stream()
                .filter(onlyInHeader::contains)
                .map(blob -> new PackProblem.BlobNotInIndex(blob.handle()))
                .forEach(found::add);
        return found;
    }
}
