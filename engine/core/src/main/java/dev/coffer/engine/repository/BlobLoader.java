package dev.coffer.engine.repository;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.engine.blob.BlobContent;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.buffer.Buffer;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.errors.RepositoryException.MissingBlob;
import dev.coffer.engine.errors.RepositoryException.RepositoryLocked;
import dev.coffer.engine.index.BlobLocation;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.pack.BlobCodec;
import dev.coffer.engine.pack.PackedBlob;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads blobs; everything it hands out was authenticated and compared with its id. Safe for use by any number of threads.
 */
public final class BlobLoader {

    /** Unwanted bytes between two wanted blobs up to this number are read over: cheaper than another request. */
    private static final long MAX_GAP = 1 << 20;

    /** Hardly any blob is so long, and no more is read at a time of several: before memory is taken for more, that must be there. */
    private static final int UNUSUAL = 8 << 20;

    private final Backend backend;
    private final Index index;
    private final BlobCodec codec;
    private final BufferPool buffers;

    /** One request reads at most so much, unless a single blob is larger. */
    private final long maxRead;

    BlobLoader(Backend backend, Index index, BlobCodec codec, BufferPool buffers) {
        this.backend = backend;
        this.index = index;
        this.codec = codec;
        this.buffers = buffers;
        this.maxRead = Math.min(UNUSUAL, backend.properties().readBytes());
    }

    /** Takes blobs out of a pack one by one, on the thread that asked for them. */
    public interface BlobReceiver {

        /** A blob's content: the first {@code length} bytes of the array, which is the receiver's until it returns. */
        void loaded(PackedBlob blob, byte[] content, int length) throws IOException;

        /** A blob that could not be had from any pack. */
        void failed(PackedBlob blob, IOException reason) throws IOException;
    }

    /** How the stored bytes of a blob become its content. */
    private interface Opening<T> {
        T open(PackedBlob blob, Buffer stored) throws IOException;
    }

    /**
     * The content of a blob in memory, from whichever of its copies is sound.
     *
     * @throws MissingBlob if no pack is known to hold it
     * @throws CorruptData if every copy is damaged
     */
    public byte[] load(BlobHandle handle) throws IOException {
        return loadFirstSound(locations(handle), this::plain);
    }

    /** As {@link #load}, for content that is read once or twice: then a long one takes only the memory of its stored form. */
    public BlobContent content(BlobHandle handle) throws IOException {
        return loadFirstSound(locations(handle), this::content);
    }

    private byte[] plain(PackedBlob blob, Buffer stored) throws IOException {
        return codec.openToKeep(blob, stored.bytes(), 0);
    }

    private BlobContent content(PackedBlob blob, Buffer stored) throws IOException {
        return BlobCodec.isLong(blob)
                ? codec.openLong(blob, stored.bytes(), 0)
                : new BlobContent.Plain(plain(blob, stored));
    }

    private List<BlobLocation> locations(BlobHandle handle) throws MissingBlob {
        List<BlobLocation> locations = index.lookupAll(handle);
        if (locations.isEmpty()) {
            throw new MissingBlob("The repository at " + backend.location() + " does not hold " + handle
                    + ". `coffer check` tells what else is missing.");
        }
        return locations;
    }

    private <T> T loadFirstSound(List<BlobLocation> locations, Opening<T> opening) throws IOException {
        List<IOException> failures = new ArrayList<>(1);
        for (BlobLocation location : locations) {
            try {
                return loadTwice(location, opening);
            } catch (InterruptedIOException | RepositoryLocked e) {
                throw e;
            } catch (IOException e) {
                failures.add(e);
            }
        }
        IOException first = failures.getFirst();
        failures.stream().filter(other -> !other.equals(first)).forEach(first::addSuppressed);
        throw first;
    }

    /** A damaged copy may come from a cache; the second attempt asks the store itself. */
    private <T> T loadTwice(BlobLocation location, Opening<T> opening) throws IOException {
        try {
            return loadOnce(location, opening);
        } catch (CorruptData _) {
            backend.evict(handle(location));
            return loadOnce(location, opening);
        }
    }

    private <T> T loadOnce(BlobLocation location, Opening<T> opening) throws IOException {
        try (Buffer stored = read(location, location.blob().length())) {
            return open(location, stored, opening);
        }
    }

    private <T> T open(BlobLocation location, Buffer stored, Opening<T> opening) throws IOException {
        try {
            return opening.open(location.blob(), stored);
        } catch (CorruptData e) {
            throw new CorruptData(
                    "Pack " + location.pack() + " at " + backend.location() + " is damaged: " + e.getMessage()
                            + " `coffer check --read-data` finds everything that is damaged.",
                    e);
        }
    }

    /** Reads bytes of a pack from the start of a blob on. */
    private Buffer read(BlobLocation location, int length) throws IOException {
        try {
            if (length > UNUSUAL) {
                requireInPack(location);
            }
            Buffer stored = buffers.take(length);
            backend.load(handle(location), location.blob().offset(), stored.bytes(), 0, length);
            return stored;
        } catch (BackendException.Truncated e) {
            throw tooShort(location, e.getMessage(), e);
        }
    }

    /** Before memory is taken for what a faulty index claims. */
    private void requireInPack(BlobLocation location) throws IOException {
        long size = backend.stat(handle(location)).size();
        if (location.blob().end() > size) {
            throw tooShort(
                    location,
                    "it has " + size + " bytes, not " + location.blob().end(),
                    null);
        }
    }

    private CorruptData tooShort(BlobLocation location, @Nullable String why, @Nullable Throwable cause) {
        return new CorruptData(
                "Pack " + location.pack() + " at " + backend.location() + " ends before "
                        + location.blob().handle() + ", which the index places there: " + why
                        + ". `coffer check` finds all packs that do not fit the index.",
                cause);
    }

    private static Handle handle(BlobLocation location) {
        String name = location.pack().toString();
        boolean tree = location.blob().handle().type() == BlobType.TREE;
        return tree ? Handle.treePack(name) : Handle.of(FileType.PACK, name);
    }

    /**
     * Loads several blobs of one pack with few requests, in physical order. A blob that is damaged there is taken from
     * another pack if possible.
     *
     * @throws IOException the failure of the receiver, an interruption, or the loss of the lock; anything else that goes
     *     wrong is told to the receiver
     */
    public void loadFromPack(ObjectId pack, List<PackedBlob> blobs, BlobReceiver receiver) throws IOException {
        List<PackedBlob> ordered = new ArrayList<>(blobs);
        ordered.sort(Comparator.comparingLong(PackedBlob::offset));
        int from = 0;
        while (from < ordered.size()) {
            int to = endOfRange(ordered, from);
            loadRange(pack, ordered.subList(from, to), receiver);
            from = to;
        }
    }

    private int endOfRange(List<PackedBlob> ordered, int from) {
        long start = ordered.get(from).offset();
        long end = ordered.get(from).end();
        int to = from + 1;
        while (to < ordered.size()) {
            PackedBlob next = ordered.get(to);
            if (next.offset() - end > MAX_GAP || Math.max(end, next.end()) - start > maxRead) {
                break;
            }
            end = Math.max(end, next.end());
            to++;
        }
        return to;
    }

    /** In a sound index the last blob ends last; in a faulty one blobs may overlap. */
    private static int lengthOf(List<PackedBlob> range) {
        long end = range.stream().mapToLong(PackedBlob::end).max().orElseThrow();
        return Math.toIntExact(end - range.getFirst().offset());
    }

    private void loadRange(ObjectId pack, List<PackedBlob> range, BlobReceiver receiver) throws IOException {
        long start = range.getFirst().offset();
        Buffer stored;
        try {
            stored = read(new BlobLocation(pack, range.getFirst()), lengthOf(range));
        } catch (InterruptedIOException | RepositoryLocked e) {
            throw e;
        } catch (IOException e) {
            loadSingly(range, receiver);
            return;
        }
        try (stored) {
            for (PackedBlob blob : range) {
                deliver(blob, stored.bytes(), (int) (blob.offset() - start), receiver);
            }
        }
    }

    private void loadSingly(List<PackedBlob> range, BlobReceiver receiver) throws IOException {
        for (PackedBlob blob : range) {
            deliverOtherCopy(blob, receiver);
        }
    }

    private void deliver(PackedBlob blob, byte[] stored, int offset, BlobReceiver receiver) throws IOException {
        Buffer opened;
        try {
            opened = codec.open(blob, stored, offset);
        } catch (CorruptData _) {
            deliverOtherCopy(blob, receiver);
            return;
        }
        try (opened) {
            receiver.loaded(blob, opened.bytes(), opened.length());
        }
    }

    private void deliverOtherCopy(PackedBlob blob, BlobReceiver receiver) throws IOException {
        byte[] content;
        try {
            content = load(blob.handle());
        } catch (InterruptedIOException | RepositoryLocked e) {
            throw e;
        } catch (IOException e) {
            receiver.failed(blob, e);
            return;
        }
        receiver.loaded(blob, content, content.length);
    }
}
