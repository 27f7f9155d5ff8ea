package dev.coffer.backend.gs;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendProperties;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.http.HttpAnswer;
import dev.coffer.backend.http.HttpCall;
import dev.coffer.backend.http.Json;
import dev.coffer.backend.http.MalformedJson;
import dev.coffer.backend.http.ObjectNames;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Consumer;

/** A repository in a bucket. Every file is one object, which the service replaces as a whole. */
final class GsBackend implements Backend {

    private final GsClient client;
    private final GsBucket bucket;
    private final ObjectNames names;
    private final StorageClass storageClass;
    private final BackendProperties properties;

    /** @param client is closed with this backend */
    GsBackend(GsClient client, GsBucket bucket, ObjectNames names, StorageClass storageClass, int connections) {
        this.client = client;
        this.bucket = bucket;
        this.names = names;
        this.storageClass = storageClass;
        this.properties = new BackendProperties(connections, true);
    }

    @Override
    public BackendProperties properties() {
        return properties;
    }

    @Override
    public String location() {
        return new GsLocation(bucket.name(), names).toString();
    }

    /** The whole object in one request: a resumable upload would take three for a pack. */
    @Override
    public void save(Handle handle, Content content) throws IOException {
        Json metadata = Json.object("name", Json.of(names.of(handle))).with("crc32c", Json.of(Crc32c.of(content)));
        MultipartContent parts = new MultipartContent(storageClass.describe(handle, metadata), content);
        HttpCall call = HttpCall.post(bucket.upload(), parts).header("Content-Type", parts.type());
        try (HttpAnswer answer = client.send("save " + handle, call)) {
            answer.discard();
        }
    }

    @Override
    public byte[] load(Handle handle) throws IOException {
        try (HttpAnswer answer = client.send("load " + handle, HttpCall.get(bucket.media(names.of(handle))))) {
            return answer.bytes();
        }
    }

    /** There is no way to ask for a range without bytes. */
    @Override
    public void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            requireSize(handle, position);
            return;
        }
        HttpCall call = HttpCall.get(bucket.media(names.of(handle))).range(position, length);
        try (HttpAnswer answer = client.send("load " + handle, call)) {
            answer.readRange(position, buffer, offset, length);
        }
    }

    private void requireSize(Handle handle, long least) throws IOException {
        long size = stat(handle).size();
        if (size < least) {
            throw new BackendException.Truncated(
                    "cannot load from " + least + " of " + handle + ": it has only " + size + " bytes", null);
        }
    }

    @Override
    public FileInfo stat(Handle handle) throws IOException {
        String attempt = "look at " + handle;
        try (HttpAnswer answer = client.send(attempt, HttpCall.get(bucket.metadata(names.of(handle))))) {
            String size = Json.parse(answer.bytes()).text("size").orElse("");
            return new FileInfo(handle.name(), Long.parseLong(size));
        } catch (MalformedJson | NumberFormatException e) {
            throw new BackendException.Transient(
                    "cannot " + attempt + ": the answer makes no sense (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public void list(FileType type, Consumer<FileInfo> action) throws IOException {
        new GsListing(client, bucket, names, type).run(action);
    }

    @Override
    public void remove(Handle handle) throws IOException {
        HttpCall call = HttpCall.delete(bucket.object(names.of(handle)));
        try (HttpAnswer answer = client.send("remove " + handle, call)) {
            answer.discard();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
