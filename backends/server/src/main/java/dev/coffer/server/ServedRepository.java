package dev.coffer.server;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A repository as clients may use it. Safe for use by all threads. */
final class ServedRepository implements Closeable {

    private final Backend backend;
    private final Quota quota;
    private final InProgress inProgress = new InProgress();

    ServedRepository(Backend backend, OptionalLong maxSize) {
        this.backend = backend;
        this.quota = new Quota(backend, maxSize);
    }

    /** @throws BackendException.Missing if there is no such file */
    long size(Handle handle) throws IOException {
        return backend.stat(handle).size();
    }

    /** As {@link Backend#load(Handle, long, byte[], int, int)}, to the start of the buffer. */
    void load(Handle handle, long position, byte[] buffer, int length) throws IOException {
        backend.load(handle, position, buffer, 0, length);
    }

    List<FileInfo> list(FileType type) throws IOException {
        List<FileInfo> files = new ArrayList<>();
        backend.list(type, files::add);
        return files;
    }

    /** Refuses a file of so many bytes if there is no room for it now. */
    void requireRoom(long bytes) throws IOException {
        quota.require(bytes);
    }

    /**
     * Stores a file that is not there yet.
     *
     * @throws Refusal if it is, or if there is no room
     */
    void save(Handle handle, Upload upload) throws IOException {
        inProgress.alone(handle, () -> {
            requireAbsent(handle);
            long length = upload.content().length();
            quota.reserve(length);
            try {
                backend.save(handle, upload.content());
            } catch (IOException | RuntimeException | Error e) {
                quota.free(length);
                throw e;
            }
        });
    }

    private void requireAbsent(Handle handle) throws IOException {
        try {
            backend.stat(handle);
        } catch (BackendException.Missing _) {
            return;
        }
        throw Refusal.forbidden();
    }

    /**
     * Removes a file.
     *
     * @return its size; empty if it was not there
     */
    OptionalLong remove(Handle handle) throws IOException {
        try {
            long size = size(handle);
            backend.remove(handle);
            quota.free(size);
            return OptionalLong.of(size);
        } catch (BackendException.Missing _) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() throws IOException {
        backend.close();
    }
}
