package dev.coffer.backend.local;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.Draft;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that grows in the repository folder and is renamed when it is saved. It stays open until it is closed, so its bytes can be
 * read whatever becomes of its name. A thread that is interrupted while it reads closes the file for all.
 */
final class LocalDraft implements Draft {

    private final RepositoryFolders folders;
    private final TemporaryFile file;
    private FileChannel channel;
    private long length;
    private boolean renamed;

    private LocalDraft(RepositoryFolders folders, TemporaryFile file, FileChannel channel) {
        this.folders = folders;
        this.file = file;
        this.channel = channel;
    }

    /** An empty one in {@code folder}. */
    static LocalDraft create(RepositoryFolders folders, Path folder, String name) throws IOException {
        TemporaryFile file = TemporaryFile.in(folder, name, folders.modes());
        return new LocalDraft(folders, file, folders.create(file));
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, bytes.length);
        boolean interrupted = Thread.interrupted();
        try {
            while (!writeUndisturbed(bytes, offset, count)) {
                interrupted |= Thread.interrupted();
            }
            length += count;
        } catch (IOException e) {
            throw failure("write a new file", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** @return false if an interruption has closed the channel meanwhile; the next call opens it again */
    private boolean writeUndisturbed(byte[] bytes, int offset, int count) throws IOException {
        try {
            if (!channel.isOpen()) {
                channel = file.reopen().position(length);
            }
            TemporaryFile.write(channel, bytes, offset, count);
            return true;
        } catch (ClosedByInterruptException _) {
            return false;
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public InputStream open() {
        return new DraftStream(channel, length, folders.root());
    }

    boolean isIn(RepositoryFolders others) {
        return folders.equals(others);
    }

    /**
     * Gives it its name. It is copied instead if that cannot be done, say because the folder of that name is in another file system
     * or somebody has tidied up, and whenever it is saved once more.
     */
    void saveAs(Handle handle) throws IOException {
        requireAllOfIt(handle);
        if (renamed) {
            copyTo(handle);
        } else {
            rename(handle);
        }
    }

    /** What a failed write has left is no file to be given a name. */
    private void requireAllOfIt(Handle handle) throws IOException {
        long written = channel.size();
        if (written != length) {
            throw new BackendException.Rejected(
                    "cannot save " + handle + ": " + written + " bytes were written, not " + length, null);
        }
    }

    private void rename(Handle handle) throws IOException {
        force();
        Path target = folders.path(handle);
        try {
            file.rename(target);
        } catch (IOException e) {
            copyInstead(handle, e);
            return;
        }
        renamed = true;
        file.settle(target);
    }

    private void copyTo(Handle handle) throws IOException {
        new LocalWrite(folders, handle, this).run();
    }

    /** @param obstacle why it cannot be renamed: told only if it cannot be copied either */
    private void copyInstead(Handle handle, IOException obstacle) throws IOException {
        try {
            copyTo(handle);
        } catch (IOException e) {
            e.addSuppressed(obstacle);
            throw e;
        }
    }

    /**
     * Not worth another attempt: after a failure the system may have dropped what was not yet on disk, and yet report success the
     * next time.
     */
    private void force() throws IOException {
        try {
            FolderSync.force(channel);
        } catch (IOException e) {
            IOException failure = failure("force a new file to disk", e);
            throw failure instanceof BackendException.Transient
                    ? new BackendException.Rejected(String.valueOf(failure.getMessage()), e)
                    : failure;
        }
    }

    private IOException failure(String verb, IOException e) {
        return LocalFailures.explainWrite(verb + " in " + folders.root(), folders.root(), e);
    }

    /** What cannot be removed now is taken for left behind a day later. */
    @Override
    public void close() {
        try (FileChannel _ = channel) {
            if (!renamed) {
                Files.deleteIfExists(file.path());
            }
        } catch (IOException _) {
            // see above
        }
    }
}
