package dev.coffer.backend.memory;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendProperties;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A store that keeps its files in memory, for tests. Bytes are copied on the way in and out, so callers may go on using
 * their arrays. The files outlive {@link #close()}: the same instance can be opened as a repository again.
 *
 * <p>Besides what every backend does it lets a test look at the files and damage them, without any of the checks.
 */
public final class MemoryBackend implements Backend {

    private static final BackendProperties PROPERTIES = new BackendProperties(2, true);

    private final Map<Handle, byte[]> files = new ConcurrentHashMap<>();

    /** An empty store. */
    public MemoryBackend() {}

    @Override
    public BackendProperties properties() {
        return PROPERTIES;
    }

    @Override
    public String location() {
        return "memory:";
    }

    @Override
    public void save(Handle handle, Content content) throws IOException {
        try (InputStream stream = content.openChecked()) {
            byte[] bytes = stream.readAllBytes();
            checkNotInterrupted();
            files.put(handle, bytes);
        }
    }

    @Override
    public byte[] load(Handle handle) throws IOException {
        return existing(handle).clone();
    }

    @Override
    public void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        byte[] bytes = existing(handle);
        if (position > bytes.length - length) {
            throw new BackendException.Truncated(
                    "cannot read " + length + " bytes at " + position + " of " + handle + ": it has only "
                            + bytes.length,
                    null);
        }
        System.arraycopy(bytes, Math.toIntExact(position), buffer, offset, length);
    }

    @Override
    public FileInfo stat(Handle handle) throws IOException {
        return new FileInfo(handle.name(), existing(handle).length);
    }

    @Override
    public void list(FileType type, Consumer<FileInfo> action) throws IOException {
        checkNotInterrupted();
        files.forEach((handle, bytes) -> {
            if (handle.type() == type) {
                action.accept(new FileInfo(handle.name(), bytes.length));
            }
        });
    }

    @Override
    public void remove(Handle handle) throws IOException {
        checkNotInterrupted();
        if (files.remove(handle) == null) {
            throw missing(handle);
        }
    }

    /** Does nothing. */
    @Override
    public void close() {}

    /** The names of all files of a type, sorted. */
    public NavigableSet<String> names(FileType type) {
        return files.keySet().stream()
                .filter(handle -> handle.type() == type)
                .map(Handle::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether there is such a file. */
    public boolean contains(Handle handle) {
        return files.containsKey(handle);
    }

    /** A copy of a file's bytes. */
    public byte[] bytes(Handle handle) {
        byte[] bytes = files.get(handle);
        if (bytes == null) {
            throw new IllegalArgumentException("no such file: " + handle);
        }
        return bytes.clone();
    }

    /** Puts a file there or replaces its bytes, whatever its name promises. */
    public void overwrite(Handle handle, byte[] bytes) {
        files.put(handle, bytes.clone());
    }

    /** Flips all bits of one byte of a file. */
    public void damage(Handle handle, int position) {
        byte[] bytes = bytes(handle);
        bytes[position] ^= (byte) 0xff;
        files.put(handle, bytes);
    }

    /** Removes a file if it is there. */
    public void lose(Handle handle) {
        files.remove(handle);
    }

    /** Another store with the same files, independent from now on. */
    public MemoryBackend copy() {
        MemoryBackend copy = new MemoryBackend();
        files.forEach(copy::overwrite);
        return copy;
    }

    private byte[] existing(Handle handle) throws IOException {
        checkNotInterrupted();
        byte[] bytes = files.get(handle);
        if (bytes == null) {
            throw missing(handle);
        }
        return bytes;
    }

    private static BackendException missing(Handle handle) {
        return new BackendException.Missing("there is no file " + handle, null);
    }

    private static void checkNotInterrupted() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted before a request to the store");
        }
    }
}
