package dev.coffer.backend.s3;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendProperties;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.http.ContentDigest;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A repository in a bucket. Each file is one object, stored by one request: the store shows it as a whole or not at all. */
final class S3Backend implements Backend {

    private static final String CONTENT_TYPE = "application/octet-stream";

    private final S3Location location;
    private final S3Connection connection;
    private final Uploads uploads;
    private final Optional<Archive> archive;
    private final boolean listVersion1;
    private final BackendProperties properties;
    private final Closeable transport;

    /** @param transport is closed with this backend */
    S3Backend(S3Clients clients, S3Connection connection, Optional<Archive> archive, Closeable transport) {
        S3Options options = clients.options();
        this.location = clients.location();
        this.connection = connection;
        this.uploads = new Uploads(options.placement(), clients.checksum(), options.noOverwrite());
        this.archive = archive;
        this.listVersion1 = options.listVersion1();
        this.properties = new BackendProperties(options.connections(), !options.noOverwrite());
        this.transport = transport;
    }

    @Override
    public BackendProperties properties() {
        return properties;
    }

    @Override
    public String location() {
        return location.display();
    }

    /** Makes the bucket if there is none. */
    void createBucket() throws IOException {
        run("make bucket " + location.bucket(), client -> {
            new Bucket(location.bucket(), uploads.lock()).create(client);
            return location;
        });
    }

    @Override
    public void save(Handle handle, Content content) throws IOException {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(location.bucket())
                .key(location.names().of(handle))
                .contentType(CONTENT_TYPE);
        uploads.describe(handle, content, request);
        RequestBody body = RequestBody.fromContentProvider(content::openChecked, content.length(), CONTENT_TYPE);
        try {
            run("save " + handle, client -> client.putObject(request.build(), body));
        } catch (BackendException.Rejected e) {
            if (!uploads.onlyNew() || !holds(handle, content)) {
                throw e;
            }
        }
    }

    /** Whether a file that may not be replaced is the very one that is to be saved, as after an answer that was lost. */
    private boolean holds(Handle handle, Content content) throws IOException {
        try {
            Content stored = Content.of(load(handle));
            return ContentDigest.hex("SHA-256", stored).equals(ContentDigest.hex("SHA-256", content));
        } catch (BackendException.Missing _) {
            return false;
        }
    }

    @Override
    public byte[] load(Handle handle) throws IOException {
        return get(handle, Optional.empty(), WholeDownload::read);
    }

    @Override
    public void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            requireSize(handle, position);
            return;
        }
        RangeDownload range = new RangeDownload(handle, position, buffer, offset, length);
        get(handle, Optional.of(range.header()), range::fill);
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

    private <T> T get(Handle handle, Optional<String> range, ResponseTransformer<GetObjectResponse, T> reader)
            throws IOException {
        GetObjectRequest.Builder request = GetObjectRequest.builder()
                .bucket(location.bucket())
                .key(location.names().of(handle));
        range.ifPresent(request::range);
        return run("load " + handle, client -> {
            try {
                return client.getObject(request.build(), reader);
            } catch (S3Exception e) {
                if (archive.isEmpty() || !S3Failures.code(e).equals(Archive.WRONG_STATE)) {
                    throw e;
                }
                archive.get().fetch(client, List.of(request.build().key()), _ -> {});
                return client.getObject(request.build(), reader);
            }
        });
    }

    @Override
    public void warmUp(Iterable<Handle> handles, IntConsumer waiting) throws IOException {
        if (archive.isEmpty()) {
            return;
        }
        List<String> keys = new ArrayList<>();
        handles.forEach(handle -> keys.add(location.names().of(handle)));
        run("bring files back from the archive", client -> {
            archive.get().fetch(client, keys, waiting);
            return keys;
        });
    }

    @Override
    public FileInfo stat(Handle handle) throws IOException {
        HeadObjectRequest request = HeadObjectRequest.builder()
                .bucket(location.bucket())
                .key(location.names().of(handle))
                .build();
        return run(
                "look at " + handle,
                client -> new FileInfo(handle.name(), client.headObject(request).contentLength()));
    }

    @Override
    public void list(FileType type, Consumer<FileInfo> action) throws IOException {
        S3Listing listing = new S3Listing(location, type, listVersion1);
        Optional<String> start = Optional.empty();
        do {
            Optional<String> from = start;
            S3Listing.Page page = run("list " + type.directory(), client -> listing.page(client, from));
            listing.report(page, action);
            start = page.next();
        } while (start.isPresent());
    }

    /** A missing file is no failure: the store does not tell. */
    @Override
    public void remove(Handle handle) throws IOException {
        DeleteObjectRequest request = DeleteObjectRequest.builder()
                .bucket(location.bucket())
                .key(location.names().of(handle))
                .build();
        run("remove " + handle, client -> client.deleteObject(request));
    }

    private <T> T run(String attempt, S3Connection.Request<T> request) throws IOException {
        return connection.run(attempt + " in " + location.display(), request);
    }

    @Override
    public void close() throws IOException {
        connection.close();
        transport.close();
    }
}
