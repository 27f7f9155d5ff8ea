package dev.coffer.backend.wrap;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendProperties;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.util.Objects;

/**
 * One repository in two stores: the cold one, which is cheap, holds all of it; the hot one, which is fast, holds another copy
 * of {@linkplain Handle#metadata() metadata}: index and snapshot files, and packs of trees. So packs of data, and they alone, are
 * read from the cold store only when files are restored or verified.
 *
 * <p>The cold store is a complete repository, for other programs too, and decides what exists: files are stored there first
 * and removed there last, and listings come from there. What it has and the hot one lacks, because another program has put it
 * there or the hot store is new, is read from the cold one once and then is in both. Handles without the metadata flag always
 * go to the cold store, so that what is stored there can be verified.
 *
 * <p>A copy that turns out to be damaged is {@linkplain #evict evicted} and fetched again, like that of a cache. Unlike a
 * cache, a hot store that fails makes requests fail, so that nobody believes it is in use.
 */
public final class HotColdBackend extends ForwardingBackend {

    private final Backend hot;
    private final Backend cold;
    private final Fetches fetches = new Fetches();

    /** Both are closed together with this. */
    public HotColdBackend(Backend hot, Backend cold) {
        super(cold);
        this.hot = hot;
        this.cold = cold;
    }

    @Override
    public BackendProperties properties() {
        BackendProperties properties = cold.properties();
        boolean atomicReplace = properties.atomicReplace() && hot.properties().atomicReplace();
        return new BackendProperties(properties.connections(), atomicReplace, false, properties.readBytes());
    }

    @Override
    public String location() {
        return cold.location() + ", with " + hot.location() + " in front of it";
    }

    @Override
    public void save(Handle handle, Content content) throws IOException {
        cold.save(handle, content);
        if (handle.metadata()) {
            hot.save(handle, content);
        }
    }

    @Override
    public byte[] load(Handle handle) throws IOException {
        if (!handle.metadata()) {
            return cold.load(handle);
        }
        try {
            return hot.load(handle);
        } catch (BackendException.Missing _) {
            return fetch(handle).clone();
        }
    }

    @Override
    public void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (!handle.metadata()) {
            cold.load(handle, position, buffer, offset, length);
            return;
        }
        try {
            hot.load(handle, position, buffer, offset, length);
        } catch (BackendException.Missing | BackendException.Truncated _) {
            Ranges.copy(handle, fetch(handle), position, buffer, offset, length);
        }
    }

    /** The array may be shared with other threads and must not be changed or handed out. */
    private byte[] fetch(Handle handle) throws IOException {
        return fetches.run(handle, () -> {
            byte[] bytes = cold.load(handle);
            hot.save(handle, Content.of(bytes));
            return bytes;
        });
    }

    @Override
    public void remove(Handle handle) throws IOException {
        if (handle.metadata() || handle.type() == FileType.PACK) {
            removeCopy(handle);
        }
        cold.remove(handle);
    }

    private void removeCopy(Handle handle) throws IOException {
        try {
            hot.remove(handle);
        } catch (BackendException.Missing _) {
            // Which packs are hot is not known of a pack that is to be removed.
        }
    }

    @Override
    public void evict(Handle handle) {
        if (handle.metadata()) {
            try {
                removeCopy(handle);
            } catch (IOException _) {
                // The next load tells that the hot store fails.
            }
        }
        cold.evict(handle);
    }

    @Override
    public void close() throws IOException {
        try (hot) {
            cold.close();
        }
    }
}
