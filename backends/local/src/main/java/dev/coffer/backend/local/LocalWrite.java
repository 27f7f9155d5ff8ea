package dev.coffer.backend.local;

import dev.coffer.backend.Content;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes one file so that it appears under its name as a whole or not at all. */
final class LocalWrite {

    private final RepositoryFolders folders;
    private final Content content;
    private final Path target;
    private final TemporaryFile temporary;

    LocalWrite(RepositoryFolders folders, Handle handle, Content content) {
        this.folders = folders;
        this.content = content;
        this.target = folders.path(handle);
        this.temporary = TemporaryFile.in(folders.folder(handle), handle.name(), folders.modes());
    }

    void run() throws IOException {
        try {
            writeTemporary();
            temporary.rename(target);
        } catch (IOException | RuntimeException | Error e) {
            removeTemporary(e);
            throw e;
        }
        temporary.settle(target);
    }

    private void writeTemporary() throws IOException {
        try (FileChannel channel = folders.create(temporary)) {
            copy(channel);
            FolderSync.force(channel);
        }
    }

    private void copy(FileChannel channel) throws IOException {
        byte[] buffer = new byte[TemporaryFile.SLICE_BYTES];
        try (InputStream stream = content.openChecked()) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                TemporaryFile.write(channel, buffer, 0, count);
            }
        }
    }

    private void removeTemporary(Throwable failure) {
        try {
            Files.deleteIfExists(temporary.path());
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
