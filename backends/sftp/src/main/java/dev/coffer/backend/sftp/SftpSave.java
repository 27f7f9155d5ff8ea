package dev.coffer.backend.sftp;

import dev.coffer.backend.Content;
import dev.coffer.backend.Handle;
import dev.coffer.backend.sftp.protocol.Answer;
import dev.coffer.backend.sftp.protocol.Attributes;
import dev.coffer.backend.sftp.protocol.FileHandle;
import dev.coffer.backend.sftp.protocol.SftpClient;
import dev.coffer.backend.sftp.protocol.SftpException;
import dev.coffer.backend.sftp.protocol.Status;
import dev.coffer.backend.sftp.protocol.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes one file so that it appears under its name as a whole or not at all. Takes three answers of the server, however large
 * the file is: to its creation; to its content with all that completes it; and to its renaming.
 */
final class SftpSave {

    private final SftpClient client;
    private final RemoteFolders folders;
    private final Leftovers leftovers;
    private final Handle handle;
    private final Content content;
    private final String target;
    private final String temporary;
    private boolean closing;

    SftpSave(SftpClient client, RemoteFolders folders, Leftovers leftovers, Handle handle, Content content) {
        this.client = client;
        this.folders = folders;
        this.leftovers = leftovers;
        this.handle = handle;
        this.content = content;
        this.target = folders.path(handle);
        this.temporary = target + "-restic-temp-" + random();
    }

    private static String random() {
        HexFormat hex = HexFormat.of();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    /** @param attempt for messages, to follow "cannot" */
    void run(String attempt) throws IOException {
        leftovers.removeWith(client);
        try {
            write(attempt);
        } catch (SftpException e) {
            throw explain(attempt, e);
        }
    }

    private void write(String attempt) throws IOException {
        FileHandle file = createTemporary();
        try {
            transfer(file);
            client.rename(temporary, target).get();
        } catch (SftpException e) {
            // explained first: while the file is there, a full disk is full
            IOException explained = explain(attempt, e);
            removeTemporary(file, explained);
            throw explained;
        } catch (IOException | RuntimeException | Error e) {
            removeTemporary(file, e);
            throw e;
        }
    }

    private IOException explain(String attempt, SftpException failure) {
        return SftpFailures.explainWrite(attempt, failure, client, RemotePaths.parent(target), content.length());
    }

    private FileHandle createTemporary() throws IOException {
        try {
            return client.create(temporary, folders.modes().writing()).get();
        } catch (SftpException e) {
            if (e.status() != Status.NO_SUCH_FILE && e.status() != Status.NO_SUCH_PATH) {
                throw e;
            }
            folders.createFor(client, handle);
            return client.create(temporary, folders.modes().writing()).get();
        }
    }

    /** The server handles requests for a file in order, so nothing has to be waited for until all have been sent. */
    private void transfer(FileHandle file) throws IOException {
        Upload upload = client.upload(file);
        try (InputStream stream = content.openChecked()) {
            upload.send(stream, content.length());
        }
        Answer<Status> readOnly = client.setPermissions(file, folders.modes().finished());
        Answer<Status> sync = client.sync(file);
        closing = true;
        Answer<Status> close = client.close(file);
        Answer<Attributes> result = client.stat(temporary);
        upload.confirm();
        Tolerance.ofPermissions(readOnly);
        Tolerance.ofSync(sync);
        close.get();
        checkSize(result.get().size());
    }

    private void checkSize(OptionalLong size) throws IOException {
        if (size.isPresent() && size.getAsLong() != content.length()) {
            throw new IOException("the server has " + size.getAsLong() + " bytes of " + content.length());
        }
    }

    /** Waits for it, since the space may be needed at once; but not if the caller has been told to stop. */
    private void removeTemporary(FileHandle file, Throwable failure) {
        if (!client.isOpen()) {
            leftovers.add(temporary);
            return;
        }
        if (!closing) {
            client.close(file);
        }
        Answer<Status> removal = client.remove(temporary);
        if (!Thread.currentThread().isInterrupted()) {
            try {
                removal.get();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }
}
