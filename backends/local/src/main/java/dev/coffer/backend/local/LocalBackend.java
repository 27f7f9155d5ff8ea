package dev.coffer.backend.local;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendProperties;
import dev.coffer.backend.Content;
import dev.coffer.backend.Draft;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A repository in a folder. Holds no resources: every call opens and closes its own file, so an interrupted thread (which
 * closes the channel it waits on) disturbs no other. Only drafts stay open, until those who began them close them.
 *
 * <p>What was saved is on disk. A removal gets there by itself some time, but never that of a pack before that of a snapshot or
 * index file that was removed earlier: after a power cut, these would need the pack.
 */
final class LocalBackend implements Backend {

    /** The machine's own file systems answer at once; more would only fill the memory. */
    private static final int OWN_READ = 2 << 20;

    private final RepositoryFolders folders;
    private final BackendProperties properties;
    private final PendingRemovals removals;
    private final LocalDrafts drafts;

    LocalBackend(Path root, LocalModes modes, int connections) {
        this.folders = new RepositoryFolders(root, modes);
        boolean own = OwnFileSystems.hold(root);
        this.properties =
                new BackendProperties(connections, true, own, own ? OWN_READ : BackendProperties.DISTANT_READ);
        this.removals = new PendingRemovals(root);
        this.drafts = new LocalDrafts(folders);
    }

    RepositoryFolders folders() {
        return folders;
    }

    @Override
    public BackendProperties properties() {
        return properties;
    }

    @Override
    public String location() {
        return folders.root().toString();
    }

    @Override
    public void save(Handle handle, Content content) throws IOException {
        change("save", handle, () -> {
            if (content instanceof LocalDraft draft && draft.isIn(folders)) {
                draft.saveAs(handle);
            } else {
                new LocalWrite(folders, handle, content).run();
            }
        });
    }

    @Override
    public Optional<Draft> draft() throws IOException {
        checkNotInterrupted();
        try {
            return drafts.begin();
        } catch (IOException e) {
            throw LocalFailures.explainWrite("begin a file in " + folders.root(), folders.root(), e);
        }
    }

    @Override
    public byte[] load(Handle handle) throws IOException {
        return read("read", handle, () -> {
            try (FileChannel channel = FileChannel.open(folders.path(handle), StandardOpenOption.READ)) {
                byte[] bytes = new byte[arraySize(handle, channel.size())];
                fill(handle, channel, 0, ByteBuffer.wrap(bytes));
                return bytes;
            }
        });
    }

    @Override
    public void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        read("read", handle, () -> {
            try (FileChannel channel = FileChannel.open(folders.path(handle), StandardOpenOption.READ)) {
                requireLength(handle, channel.size(), position, length);
                fill(handle, channel, position, ByteBuffer.wrap(buffer, offset, length));
                return handle;
            }
        });
    }

    private static int arraySize(Handle handle, long size) throws BackendException {
        if (size > Integer.MAX_VALUE - 8) {
            throw new BackendException.Rejected(
                    "cannot read " + handle + " as a whole: it has " + size + " bytes", null);
        }
        return (int) size;
    }

    private static void requireLength(Handle handle, long size, long position, int length) throws BackendException {
        if (position > size - length) {
            throw new BackendException.Truncated(
                    "cannot read " + length + " bytes at " + position + " of " + handle + ": it has only " + size,
                    null);
        }
    }

    private static void fill(Handle handle, FileChannel channel, long position, ByteBuffer target) throws IOException {
        long from = position;
        while (target.hasRemaining()) {
            int count = channel.read(target, from);
            if (count < 0) {
                throw new BackendException.Truncated(
                        "cannot read " + handle + ": it ended at " + from + " while being read", null);
            }
            from += count;
        }
    }

    @Override
    public FileInfo stat(Handle handle) throws IOException {
        return read("look at", handle, () -> new FileInfo(handle.name(), Files.size(folders.path(handle))));
    }

    @Override
    public void list(FileType type, Consumer<FileInfo> action) throws IOException {
        checkNotInterrupted();
        try {
            new LocalListing(folders.root(), action).run(type);
        } catch (IOException e) {
            throw LocalFailures.explain("list " + type.directory() + " in " + folders.root(), e);
        }
    }

    @Override
    public void remove(Handle handle) throws IOException {
        change("remove", handle, () -> {
            if (handle.type() == FileType.PACK) {
                removals.force();
            }
            delete(folders.path(handle));
            removals.add(handle.type());
        });
    }

    private static void delete(Path path) throws IOException {
        if (!LocalModes.isPosix(path)) {
            // Windows refuses to delete read-only files, which other programs may have made
            Files.setAttribute(path, "dos:readonly", false);
        }
        Files.delete(path);
    }

    @Override
    public void close() {}

    private interface Reading<T> {
        T run() throws IOException;
    }

    private interface Change {
        void run() throws IOException;
    }

    private <T> T read(String verb, Handle handle, Reading<T> reading) throws IOException {
        checkNotInterrupted();
        try {
            return reading.run();
        } catch (IOException e) {
            throw LocalFailures.explain(attempt(verb, handle), e);
        }
    }

    private void change(String verb, Handle handle, Change change) throws IOException {
        checkNotInterrupted();
        try {
            change.run();
        } catch (IOException e) {
            throw LocalFailures.explainWrite(attempt(verb, handle), folders.root(), e);
        }
    }

    private String attempt(String verb, Handle handle) {
        return verb + " " + handle + " in " + folders.root();
    }

    /** Most calls on paths cannot be interrupted. */
    private static void checkNotInterrupted() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted before a request to the repository folder");
        }
    }
}
