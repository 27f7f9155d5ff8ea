package dev.coffer.backend.wrap;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Answers loads of metadata ({@link Handle#metadata()}) from a {@link RepositoryCache}. A file that is not there is fetched
 * as a whole, whatever part was asked for, and only once if several threads ask at the same time. Handles without the
 * metadata flag always go to the store, so that what is stored there can be verified.
 *
 * <p>Files never change under their names, so a copy cannot be out of date; it can only be damaged. Whoever notices
 * {@linkplain #evict evicts} it and loads again. Failures of the cache never fail a request.
 */
public final class CachingBackend extends ForwardingBackend {

    private final RepositoryCache cache;
    private final Fetches fetches = new Fetches();

    public CachingBackend(Backend delegate, RepositoryCache cache) {
        super(delegate);
        this.cache = cache;
    }

    @Override
    public void save(Handle handle, Content content) throws IOException {
        super.save(handle, content);
        if (isCached(handle)) {
            cache.save(handle, content);
        }
    }

    @Override
    public byte[] load(Handle handle) throws IOException {
        if (!isCached(handle)) {
            return super.load(handle);
        }
        Optional<byte[]> cached = cache.load(handle);
        return cached.isPresent() ? cached.get() : fetch(handle).clone();
    }

    @Override
    public void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (!isCached(handle)) {
            super.load(handle, position, buffer, offset, length);
        } else if (!cache.load(handle, position, buffer, offset, length)) {
            Ranges.copy(handle, fetch(handle), position, buffer, offset, length);
        }
    }

    /** The array may be shared with other threads and must not be changed or handed out. */
    private byte[] fetch(Handle handle) throws IOException {
        return fetches.run(handle, () -> {
            Optional<byte[]> meanwhile = cache.load(handle);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            byte[] bytes = super.load(handle);
            cache.save(handle, Content.of(bytes));
            return bytes;
        });
    }

    @Override
    public FileInfo stat(Handle handle) throws IOException {
        try {
            return super.stat(handle);
        } catch (BackendException.Missing e) {
            cache.remove(handle);
            throw e;
        }
    }

    /** Also removes the copies of files which the store does not have (any more). */
    @Override
    public void list(FileType type, Consumer<FileInfo> action) throws IOException {
        if (!RepositoryCache.isCached(type)) {
            super.list(type, action);
            return;
        }
        Map<String, Long> sizes = new HashMap<>();
        super.list(type, file -> {
            sizes.put(file.name(), file.size());
            action.accept(file);
        });
        cache.retain(type, sizes);
    }

    @Override
    public void remove(Handle handle) throws IOException {
        super.remove(handle);
        cache.remove(handle);
    }

    @Override
    public void evict(Handle handle) {
        cache.remove(handle);
        super.evict(handle);
    }

    private static boolean isCached(Handle handle) {
        return handle.metadata() && RepositoryCache.isCached(handle.type());
    }
}
