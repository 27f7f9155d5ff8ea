package dev.coffer.backend.sftp;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendProperties;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.sftp.protocol.SftpClient;
import dev.coffer.backend.sftp.protocol.SftpException;
import dev.coffer.backend.sftp.protocol.Status;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.function.Consumer;

/** A repository in a folder of an SFTP server. */
final class SftpBackend implements Backend {

    private final SftpConnections connections;
    private final RemoteFolders folders;
    private final Leftovers leftovers = new Leftovers();
    private final BackendProperties properties;
    private final String location;

    /** Takes over the connections. */
    SftpBackend(SftpConnections connections, RemoteFolders folders, BackendProperties properties, String location) {
        this.connections = connections;
        this.folders = folders;
        this.properties = properties;
        this.location = location;
    }

    @Override
    public BackendProperties properties() {
        return properties;
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public void save(Handle handle, Content content) throws IOException {
        String attempt = attempt("save", handle);
        run(attempt, content.length(), client -> {
            new SftpSave(client, folders, leftovers, handle, content).run(attempt);
            return handle;
        });
    }

    @Override
    public byte[] load(Handle handle) throws IOException {
        return run(attempt("read", handle), 0, client -> new SftpLoad(client, folders.path(handle)).whole());
    }

    @Override
    public void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        String attempt = attempt("read " + length + " bytes at " + position + " of", handle);
        run(attempt, length, client -> {
            new SftpLoad(client, folders.path(handle)).range(position, buffer, offset, length);
            return handle;
        });
    }

    @Override
    public FileInfo stat(Handle handle) throws IOException {
        return run(
                attempt("look at", handle),
                0,
                client -> new FileInfo(
                        handle.name(), client.stat(folders.path(handle)).get().sizeOrFail()));
    }

    @Override
    public void list(FileType type, Consumer<FileInfo> action) throws IOException {
        checkNotInterrupted();
        try {
            new SftpListing(connections, folders, action).run(type);
        } catch (IOException e) {
            throw SftpFailures.explain("list " + type.directory() + " in " + location, e);
        }
    }

    @Override
    public void remove(Handle handle) throws IOException {
        run(attempt("remove", handle), 0, client -> remove(client, folders.path(handle)));
    }

    /** Servers on Windows refuse to remove read-only files. */
    private Status remove(SftpClient client, String path) throws IOException {
        try {
            return client.remove(path).get();
        } catch (SftpException e) {
            if (e.status() != Status.PERMISSION_DENIED) {
                throw e;
            }
            Tolerance.ofPermissions(client.setPermissions(path, folders.modes().writing()));
            return client.remove(path).get();
        }
    }

    @Override
    public void close() {
        connections.close();
    }

    private <T> T run(String attempt, long size, SftpConnections.Request<T> request) throws IOException {
        checkNotInterrupted();
        try {
            return connections.use(size, request);
        } catch (IOException e) {
            throw SftpFailures.explain(attempt, e);
        }
    }

    private String attempt(String verb, Handle handle) {
        return verb + " " + handle + " in " + location;
    }

    /** Once a request has been sent, it would be carried out whether or not somebody waits. */
    private static void checkNotInterrupted() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted before a request to the SFTP server");
        }
    }
}
