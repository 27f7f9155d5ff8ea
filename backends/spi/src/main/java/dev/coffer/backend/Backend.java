package dev.coffer.backend;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * A store for the files of one repository.
 *
 * <p>Keep this interface small: every method is paid for once per store. Retries, limits and caching are decorators in
 * {@code dev.coffer.backend.wrap}.
 *
 * <p>All methods block and may be called from any thread, several at a time; interrupting the calling thread ends the
 * call soon with an {@link java.io.InterruptedIOException}. Failures of the store are {@link BackendException}s whose
 * message names the file and the store's own words.
 */
public interface Backend extends Closeable {

    BackendProperties properties();

    /** Where the repository is, for people: without any secret. */
    String location();

    /**
     * Stores a file. It becomes visible under its name only as a whole, and is durable when the method returns. An
     * existing file of that name is replaced, where the store permits that.
     */
    void save(Handle handle, Content content) throws IOException;

    /**
     * Begins a file whose name is known only when it is complete, for {@link #save} to be given then. Empty if this store wants
     * the name first; then the caller has to keep the bytes. Nobody else sees a draft, and no more is promised about its bytes
     * than that they can be read until it is closed.
     */
    default Optional<Draft> draft() throws IOException {
        return Optional.empty();
    }

    /**
     * Reads a whole file. The bytes are the caller's.
     *
     * @throws BackendException.Missing if there is none
     */
    byte[] load(Handle handle) throws IOException;

    /**
     * Reads exactly {@code length} bytes that start at {@code position} of the file into {@code buffer} from
     * {@code offset} on. The buffer is the caller's; its content in that range is undefined after a failure.
     *
     * @throws BackendException.Missing if there is no such file
     * @throws BackendException.Truncated if the file ends before {@code position + length}
     */
    void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException;

    /**
     * Name and size of a file.
     *
     * @throws BackendException.Missing if there is none
     */
    FileInfo stat(Handle handle) throws IOException;

    /**
     * Names all files of a type, in no particular order, on the calling thread. Whatever is not a file of the
     * repository (folders, temporary files, names which are not 64 lower-case hex digits) is passed over; a folder that
     * does not exist holds no files. Not for {@link FileType#CONFIG}.
     */
    void list(FileType type, Consumer<FileInfo> action) throws IOException;

    /**
     * Removes a file.
     *
     * @throws BackendException.Missing if there is none, and the store tells
     */
    void remove(Handle handle) throws IOException;

    /**
     * Forgets any local copy of a file, so that the next load comes from the store itself. Called when a loaded file is not
     * what its name says. Only caches have something to do here.
     */
    default void evict(Handle handle) {}

    /**
     * Returns once these files can be loaded at once. Only stores that move files to an archive have something to do here: they
     * ask for all of them to be brought back, then wait, which may take hours. What was asked for comes back even if nobody waits
     * for it any more.
     *
     * @param waiting told now and then how many files are not ready, the first time before the wait begins; not called if there is
     *     nothing to wait for
     */
    default void warmUp(Iterable<Handle> handles, IntConsumer waiting) throws IOException {}

    /** Frees connections. Idempotent. */
    @Override
    void close() throws IOException;
}
