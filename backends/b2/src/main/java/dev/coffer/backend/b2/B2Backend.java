package dev.coffer.backend.b2;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendProperties;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.http.HttpAnswer;
import dev.coffer.backend.http.HttpCall;
import dev.coffer.backend.http.ObjectNames;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** A repository in a bucket of B2. Saving over a file adds a version, which counts instead of the older ones. */
final class B2Backend implements Backend {

    private final B2Api api;
    private final Bucket bucket;
    private final B2Location location;
    private final B2Uploads uploads;
    private final BackendProperties properties;

    /** @param api is closed with this backend */
    B2Backend(B2Api api, Bucket bucket, B2Location location, int connections) {
        this.api = api;
        this.bucket = bucket;
        this.location = location;
        this.uploads = new B2Uploads(api, bucket);
        this.properties = new BackendProperties(connections, true);
    }

    @Override
    public BackendProperties properties() {
        return properties;
    }

    @Override
    public String location() {
        return location.toString();
    }

    @Override
    public void save(Handle handle, Content content) throws IOException {
        uploads.upload("save " + handle, name(handle), content);
    }

    @Override
    public byte[] load(Handle handle) throws IOException {
        try (HttpAnswer answer = download("load", handle, HttpCall::get)) {
            return answer.bytes();
        }
    }

    /** A range without bytes cannot be asked for, so the size is looked up for it. */
    @Override
    public void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            requireSize(handle, position);
            return;
        }
        try (HttpAnswer answer =
                download("load", handle, uri -> HttpCall.get(uri).range(position, length))) {
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
        try (HttpAnswer answer = download("look at", handle, HttpCall::head)) {
            return new FileInfo(handle.name(), answer.contentLength());
        }
    }

    @Override
    public void list(FileType type, Consumer<FileInfo> action) throws IOException {
        new B2Listing(api, bucket, location.names(), type).run(action);
    }

    @Override
    public void remove(Handle handle) throws IOException {
        new B2Removal(api, bucket, "remove " + handle, name(handle)).run();
    }

    private HttpAnswer download(String verb, Handle handle, Function<URI, HttpCall> request) throws IOException {
        String path = "/file/" + bucket.name() + "/" + ObjectNames.encode(name(handle));
        return api.send(
                verb + " " + handle, authorization -> request.apply(URI.create(authorization.downloadUrl() + path)));
    }

    private String name(Handle handle) {
        return location.names().of(handle);
    }

    @Override
    public void close() {
        api.close();
    }
}
