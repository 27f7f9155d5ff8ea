package dev.coffer.engine.check;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.pack.BlobCodec;
import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.repository.PackHeaders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Verifies the bytes of one pack. Safe for use by any number of threads. */
final class PackCheck {

    private final BlobCodec codec;
    private final PackHeaders headers;

    PackCheck(BlobCodec codec, PackHeaders headers) {
        this.codec = codec;
        this.headers = headers;
    }

    /**
     * What is wrong with a pack.
     *
     * @param indexed the pack as the index has it
     * @param file starts with its bytes
     * @param length number of its bytes
     */
    List<PackProblem> problems(IndexedPack indexed, byte[] file, int length) throws IOException {
        List<PackProblem> problems = new ArrayList<>();
        for (PackedBlob blob : indexed.blobs()) {
            checkBlob(blob, file, length, problems);
        }
        ObjectId hash = ObjectId.of(file, 0, length);
        if (!hash.equals(indexed.pack())) {
            problems.add(new PackProblem.WrongHash(hash));
        }
        checkHeader(indexed, file, length, problems);
        return problems;
    }

    private void checkBlob(PackedBlob blob, byte[] file, int length, List<PackProblem> problems) throws IOException {
        if (blob.offset() < 0 || blob.end() > length) {
            problems.add(new PackProblem.BlobDamaged(blob.handle(), "the file ends before the end of this blob"));
            return;
        }
        try {
            codec.verify(blob, file, (int) blob.offset());
        } catch (CorruptData e) {
            problems.add(new PackProblem.BlobDamaged(blob.handle(), Reasons.of(e)));
        }
    }

    private void checkHeader(IndexedPack indexed, byte[] file, int length, List<PackProblem> problems)
            throws IOException {
        List<PackedBlob> inHeader;
        try {
            inHeader = headers.parse(indexed.pack(), file, length);
        } catch (CorruptData e) {
            problems.add(new PackProblem.HeaderDamaged(Reasons.of(e)));
            return;
        }
        Set<PackedBlob> onlyInHeader = new HashSet<>(inHeader);
        for (PackedBlob blob : indexed.blobs()) {
            if (!onlyInHeader.remove(blob)) {
                problems.add(new PackProblem.BlobNotInHeader(blob.handle()));
            }
        }
        inHeader.stream()
                .filter(onlyInHeader::contains)
                .map(blob -> new PackProblem.BlobNotInIndex(blob.handle()))
                .forEach(problems::add);
    }
}
