package dev.coffer.backend.rest;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendProperties;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpAnswer;
import dev.coffer.backend.http.HttpCall;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A repository on a server of restic's REST protocol, version 2 or 1.
 *
 * <p>Such a server may refuse to replace files, and to remove them; it checks that an upload is what its name says.
 */
public final class RestBackend implements Backend {

    static final String VERSION_2 = "application/vnd.x.restic.rest.v2";

    private final Http http;
    private final RestLocation server;
    private final BackendProperties properties;

    /** @param http is closed with this backend */
    public RestBackend(Http http, RestLocation server, int connections) {
        this.http = http;
        this.server = server;
        this.properties = new BackendProperties(connections, false);
    }

    @Override
    public BackendProperties properties() {
        return properties;
    }

    @Override
    public String location() {
        return server.display();
    }

    /** Makes the folders of a repository, where there are none. */
    public void createRepository() throws IOException {
        HttpCall call = HttpCall.post(server.resolve("?create=true"), Content.of(new byte[0]));
        try (HttpAnswer answer = send("create a repository", call)) {
            RestFailures.require(answer).discard();
        }
    }

    @Override
    public void save(Handle handle, Content content) throws IOException {
        HttpCall call =
                HttpCall.post(server.resolve(path(handle)), content).header("Content-Type", "application/octet-stream");
        try (HttpAnswer answer = send("save " + handle, call)) {
            if (answer.status() == 403 && holds(handle, content)) {
                return;
            }
            RestFailures.requireSaved(answer, handle, content).discard();
        }
    }

    /**
     * Whether a file that may not be replaced is the very one that is to be saved. It is if the answer to an earlier attempt
     * was lost.
     */
    private boolean holds(Handle handle, Content content) throws IOException {
        try (HttpAnswer answer = send("compare " + handle, HttpCall.get(server.resolve(path(handle))))) {
            return answer.ok() && Streams.equal(answer.body(), content.openChecked());
        }
    }

    @Override
    public byte[] load(Handle handle) throws IOException {
        try (HttpAnswer answer = send("load " + handle, HttpCall.get(server.resolve(path(handle))))) {
            return RestFailures.require(answer).bytes();
        }
    }

    @Override
    public void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            requireSize(handle, position);
            return;
        }
        HttpCall call = HttpCall.get(server.resolve(path(handle))).range(position, length);
        try (HttpAnswer answer = send("load " + handle, call)) {
            RestFailures.require(answer).readRange(position, buffer, offset, length);
        }
    }

    /** There is no way to ask for a range without bytes. */
    private void requireSize(Handle handle, long position) throws IOException {
        long size = stat(handle).size();
        if (size < position) {
            throw new BackendException.Truncated(
                    "cannot load " + handle + ": there is nothing at " + position + ", it has only " + size + " bytes",
                    null);
        }
    }

    @Override
    public FileInfo stat(Handle handle) throws IOException {
        try (HttpAnswer answer = send("look at " + handle, HttpCall.head(server.resolve(path(handle))))) {
            FileInfo info =
                    new FileInfo(handle.name(), RestFailures.require(answer).contentLength());
            answer.discard();
            return info;
        }
    }

    @Override
    public void list(FileType type, Consumer<FileInfo> action) throws IOException {
        String attempt = "list " + type.directory();
        HttpCall call = HttpCall.get(server.resolve(type.directory() + "/"));
        try (HttpAnswer answer = send(attempt, call)) {
            if (RestFailures.meansEmpty(answer)) {
                answer.discard();
                return;
            }
            RestListing listing = new RestListing(RestFailures.require(answer).body(), attempt);
            if (answer.header("Content-Type").filter(VERSION_2::equals).isPresent()) {
                listing.files(action);
                answer.discard();
            } else {
                List<String> names = listing.names();
                answer.discard();
                statAll(type, names, action);
            }
        }
    }

    /** Files that vanish meanwhile are left out. */
    private void statAll(FileType type, List<String> names, Consumer<FileInfo> action) throws IOException {
        for (String name : names) {
            try {
                action.accept(stat(Handle.of(type, name)));
            } catch (BackendException.Missing _) {
                // as if it had not been listed
            }
        }
    }

    @Override
    public void remove(Handle handle) throws IOException {
        try (HttpAnswer answer = send("remove " + handle, HttpCall.delete(server.resolve(path(handle))))) {
            RestFailures.require(answer).discard();
        }
    }

    private HttpAnswer send(String attempt, HttpCall call) throws IOException {
        HttpCall versioned = call.header("Accept", VERSION_2);
        return http.send(
                attempt + " at " + server.display(),
                server.authorization()
                        .map(value -> versioned.header("Authorization", value))
                        .orElse(versioned));
    }

    /** Packs are addressed without the folder of their first two digits; that is the server's own affair. */
    private static String path(Handle handle) {
        return handle.type() == FileType.PACK ? "data/" + handle.name() : handle.path();
    }

    @Override
    public void close() {
        http.close();
    }
}
