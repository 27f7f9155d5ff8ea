package dev.coffer.backend.swift;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendProperties;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.http.ContentDigest;
import dev.coffer.backend.http.HttpAnswer;
import dev.coffer.backend.http.HttpCall;
import dev.coffer.backend.http.ObjectNames;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** A repository in a container of Swift. Every file is one object, which Swift replaces as a whole. */
final class SwiftBackend implements Backend {

    private final SwiftClient client;
    private final SwiftContainer container;
    private final SwiftLocation location;
    private final BackendProperties properties;

    /** @param client is closed with this backend */
    SwiftBackend(SwiftClient client, SwiftContainer container, SwiftLocation location, int connections) {
        this.client = client;
        this.container = container;
        this.location = location;
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
        String md5 = ContentDigest.hex("MD5", content);
        try (HttpAnswer answer = send(
                "save",
                handle,
                uri -> HttpCall.put(uri, content)
                        .header("ETag", md5)
                        .header("Content-Type", "application/octet-stream"))) {
            SwiftFailures.check(answer);
            answer.discard();
        }
    }

    @Override
    public byte[] load(Handle handle) throws IOException {
        try (HttpAnswer answer = send("load", handle, HttpCall::get)) {
            SwiftFailures.check(answer);
            return answer.bytes();
        }
    }

    /** Swift cannot say "nothing" about a range without bytes, so the size is looked up for it. */
    @Override
    public void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            requireSize(handle, position);
            return;
        }
        try (HttpAnswer answer = send("load", handle, uri -> HttpCall.get(uri).range(position, length))) {
            SwiftFailures.check(answer);
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
        try (HttpAnswer answer = send("look at", handle, HttpCall::head)) {
            SwiftFailures.check(answer);
            return new FileInfo(handle.name(), answer.contentLength());
        }
    }

    @Override
    public void list(FileType type, Consumer<FileInfo> action) throws IOException {
        new SwiftListing(client, container, location.names(), type).run(action);
    }

    @Override
    public void remove(Handle handle) throws IOException {
        try (HttpAnswer answer = send("remove", handle, HttpCall::delete)) {
            SwiftFailures.check(answer);
            answer.discard();
        }
    }

    private HttpAnswer send(String verb, Handle handle, Function<URI, HttpCall> request) throws IOException {
        String object = ObjectNames.encode(location.names().of(handle));
        return client.send(verb + " " + handle, container.path() + "/" + object, request);
    }

    @Override
    public void close() {
        client.close();
    }
}
