package dev.coffer.engine.check;

import dev.coffer.engine.pack.PackedBlob;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How to read a pack from its start to its end without having all of it in memory: in parts of whole blobs, and the header as
 * the last. Blobs that a faulty index places where others are, or outside of the file, stand apart.
 */
final class PackParts {

    private final long size;
    private final int partBytes;
    private final List<Part> inOrder = new ArrayList<>();
    private final List<Part> overlapping = new ArrayList<>();
    private final List<PackedBlob> outside = new ArrayList<>();

    /**
     * A part of the file, shorter than 2 GiB.
     *
     * @param end behind the last byte
     * @param blobs that are in it as a whole
     */
    record Part(long start, long end, List<PackedBlob> blobs) {

        int length() {
            return Math.toIntExact(end - start);
        }
    }

    /**
     * Parts of one pack.
     *
     * @param size number of bytes that the file should have
     * @param partBytes how long a part may be, unless a single blob, or the header, is longer
     */
    PackParts(Collection<PackedBlob> blobs, long size, int partBytes) {
        this.size = size;
        this.partBytes = partBytes;
        List<PackedBlob> ordered = new ArrayList<>(blobs);
        ordered.sort(Comparator.comparingLong(PackedBlob::offset));
        Part last = new Part(0, 0, new ArrayList<>());
        for (PackedBlob blob : ordered) {
            if (blob.offset() < 0 || blob.end() > size) {
                outside.add(blob);
            } else if (blob.offset() < last.end()) {
                overlapping.add(new Part(blob.offset(), blob.end(), List.of(blob)));
            } else {
                last = append(last, blob);
            }
        }
        inOrder.add(last);
        inOrder.add(new Part(last.end(), size, List.of()));
    }

    private Part append(Part last, PackedBlob blob) {
        Part extended = last;
        if (!last.blobs().isEmpty() && blob.end() - last.start() > partBytes) {
            inOrder.add(last);
            extended = new Part(last.end(), last.end(), new ArrayList<>());
        }
        extended.blobs().add(blob);
        return new Part(extended.start(), blob.end(), extended.blobs());
    }

    long size() {
        return size;
    }

    /** All bytes of the file, part after part; the last one has no blobs and ends with the file. */
    List<Part> inOrder() {
        return inOrder;
    }

    /** Blobs that begin before another one has ended. */
    List<Part> overlapping() {
        return overlapping;
    }

    /** Blobs that end behind the end of the file. */
    List<PackedBlob> outside() {
        return outside;
    }

    /** Bytes that have to be in memory at a time. */
    long longest() {
        return Stream.concat(inOrder.stream(), overlapping.stream())
                .mapToLong(part -> part.end() - part.start())
                .max()
                .orElseThrow();
    }
}
