package dev.coffer.backend.local;

import dev.coffer.backend.Content;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Writes one file so that it appears under its name as a whole or not at all. */
final class LocalWrite {

    private static final int BUFFER_SIZE = 128 * 1024;

    private final RepositoryFolders folders;
    private final Handle handle;
    private final Content content;
    private final Path target;
    private final Path temporary;

    LocalWrite(RepositoryFolders folders, Handle handle, Content content) {
        this.folders = folders;
        this.handle = handle;
        this.content = content;
        this.target = folders.path(handle);
        String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        this.temporary = target.resolveSibling(target.getFileName() + "-tmp-" + random);
    }

    void run() throws IOException {
        try {
            writeTemporary();
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException | Error e) {
            removeTemporary(e);
            throw e;
        }
        Path folder = target.getParent();
        if (folder != null) {
            FolderSync.force(folder);
        }
        makeReadOnly();
    }

    private void writeTemporary() throws IOException {
        try (FileChannel channel = createTemporary()) {
            copy(channel);
            FolderSync.force(channel);
        }
    }

    private FileChannel createTemporary() throws IOException {
        try {
            return openTemporary();
        } catch (NoSuchFileException _) {
            folders.createFor(handle);
            return openTemporary();
        }
    }

    private FileChannel openTemporary() throws IOException {
        return FileChannel.open(
                temporary,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                folders.modes().fileAttributes(temporary));
    }

    private void copy(FileChannel channel) throws IOException {
        byte[] buffer = new byte[BUFFER_SIZE];
        try (InputStream stream = content.openChecked()) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                writeFully(channel, ByteBuffer.wrap(buffer, 0, count));
            }
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private void removeTemporary(Throwable failure) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** A precaution against accidents; some file systems do not permit it, and the file is complete without it. */
    private void makeReadOnly() {
        try {
            Files.setPosixFilePermissions(target, folders.modes().finished());
        } catch (IOException | UnsupportedOperationException _) {
            // see above
        }
    }
}
