package dev.coffer.backend.rclone;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpSettings;
import dev.coffer.backend.http.UserInfo;
import dev.coffer.backend.rest.RestBackend;
import dev.coffer.backend.rest.RestLocation;
import dev.coffer.backend.wrap.ForwardingBackend;
import java.io.IOException;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/** A repository that rclone serves to us by restic's REST protocol. */
final class RcloneBackend extends ForwardingBackend {

    private static final int PREFERRED_CONNECTIONS = 5;

    private final RestBackend rest;
    private final RcloneProcess process;

    private RcloneBackend(RestBackend rest, RcloneProcess process) {
        super(rest);
        this.rest = rest;
        this.process = process;
    }

    static RcloneBackend start(String remote, BackendOptions options) throws IOException {
        RcloneCommand command = RcloneCommand.of(remote, options);
        HttpSettings settings = HttpSettings.of(options);
        int connections = options.connections(RcloneProvider.SCHEME, PREFERRED_CONNECTIONS);
        RcloneProcess process = RcloneProcess.start(command, options.environment());
        try {
            RestLocation server = location(process.awaitAddress(command), process.password(), remote);
            return new RcloneBackend(new RestBackend(Http.of(settings), server, connections), process);
        } catch (IOException e) {
            process.close();
            throw e;
        }
    }

    private static RestLocation location(URI address, String password, String remote) {
        PasswordAuthentication credentials = new PasswordAuthentication(RcloneProcess.USER, password.toCharArray());
        return new RestLocation(
                address, Optional.empty(), Optional.of(UserInfo.basic(credentials)), RcloneRemote.display(remote));
    }

    void createRepository() throws IOException {
        rest.createRepository();
    }

    @Override
    public void save(Handle handle, Content content) throws IOException {
        ask(() -> {
            super.save(handle, content);
            return handle;
        });
    }

    @Override
    public byte[] load(Handle handle) throws IOException {
        return ask(() -> super.load(handle));
    }

    @Override
    public void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException {
        ask(() -> {
            super.load(handle, position, buffer, offset, length);
            return handle;
        });
    }

    @Override
    public FileInfo stat(Handle handle) throws IOException {
        return ask(() -> super.stat(handle));
    }

    @Override
    public void list(FileType type, Consumer<FileInfo> action) throws IOException {
        ask(() -> {
            super.list(type, action);
            return type;
        });
    }

    @Override
    public void remove(Handle handle) throws IOException {
        ask(() -> {
            super.remove(handle);
            return handle;
        });
    }

    private interface Question<T> {
        T ask() throws IOException;
    }

    /** An rclone that has ended will not come back, however often it is asked. */
    private <T> T ask(Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (BackendException.Transient e) {
            if (process.hasEnded()) {
                throw new BackendException.Rejected(e.getMessage() + "; rclone has ended" + process.lastWords(), e);
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } finally {
            process.close();
        }
    }
}
