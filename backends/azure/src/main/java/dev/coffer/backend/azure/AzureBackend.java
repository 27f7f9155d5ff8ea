package dev.coffer.backend.azure;

import com.azure.core.http.rest.PagedResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobRange;
import com.azure.storage.blob.models.DownloadRetryOptions;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendProperties;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.http.Http;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A repository in a container. Every file is one block blob, which Azure replaces as a whole. */
final class AzureBackend implements Backend {

    private static final int PAGE = 5000;

    private final Http http;
    private final BlobContainerClient container;
    private final AzureLocation location;
    private final AccessTiers tiers;
    private final UploadLimits limits;
    private final BackendProperties properties;

    /** @param http what the container is reached by; it is closed with this backend */
    AzureBackend(
            Http http,
            BlobContainerClient container,
            AzureLocation location,
            AccessTiers tiers,
            UploadLimits limits,
            int connections) {
        this.http = http;
        this.container = container;
        this.location = location;
        this.tiers = tiers;
        this.limits = limits;
        this.properties = new BackendProperties(connections, true);
    }

    /**
     * How large requests may be, in bytes.
     *
     * @param single a blob in a single request
     * @param block a block of a larger one
     */
    record UploadLimits(long single, int block) {

        /** As restic has them; Azure itself takes up to 5000 MiB. */
        static final UploadLimits STANDARD = new UploadLimits(256L << 20, 100 << 20);
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
        String attempt = "save " + handle;
        if (content.length() > limits.single()) {
            new BlockUpload(blob(handle), content, limits.block()).run(attempt, tiers.of(handle));
            return;
        }
        byte[] md5;
        try (InputStream stream = content.openChecked()) {
            md5 = Md5.of(stream);
        }
        BinaryData data = BinaryData.fromStream(content.open(), content.length());
        BlockBlobSimpleUploadOptions options =
                new BlockBlobSimpleUploadOptions(data).setContentMd5(md5).setTier(tiers.of(handle));
        SdkCall.run(attempt, () -> blob(handle).uploadWithResponse(options, null, Context.NONE));
    }

    @Override
    public byte[] load(Handle handle) throws IOException {
        return SdkCall.run(
                "load " + handle,
                () -> blob(handle)
                        .downloadContentWithResponse(onlyOnce(), null, null, Context.NONE)
                        .getValue()
                        .toBytes());
    }

    /** There is no way to ask for a range without bytes. */
    @Override
    public void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            requireSize(handle, position);
            return;
        }
        ArrayTarget target = new ArrayTarget(buffer, offset, length);
        BlobRange range = new BlobRange(position, (long) length);
        SdkCall.run(
                "load " + handle,
                () -> blob(handle)
                        .downloadStreamWithResponse(target, range, onlyOnce(), null, false, null, Context.NONE));
        if (target.missing() > 0) {
            throw truncated(handle, position, length);
        }
    }

    private void requireSize(Handle handle, long position) throws IOException {
        if (stat(handle).size() < position) {
            throw truncated(handle, position, 0);
        }
    }

    private static BackendException truncated(Handle handle, long position, int length) {
        return new BackendException.Truncated(
                "cannot load " + length + " bytes at " + position + " of " + handle + ": it ends before", null);
    }

    private static DownloadRetryOptions onlyOnce() {
        return new DownloadRetryOptions().setMaxRetryRequests(0);
    }

    @Override
    public FileInfo stat(Handle handle) throws IOException {
        long size = SdkCall.run(
                "look at " + handle, () -> blob(handle).getProperties().getBlobSize());
        return new FileInfo(handle.name(), size);
    }

    @Override
    public void list(FileType type, Consumer<FileInfo> action) throws IOException {
        String next = null;
        do {
            PagedResponse<BlobItem> page = page(type, next);
            page.getValue().forEach(blob -> report(type, blob, action));
            next = page.getContinuationToken();
        } while (next != null && !next.isEmpty());
    }

    private PagedResponse<BlobItem> page(FileType type, @Nullable String token) throws IOException {
        ListBlobsOptions options =
                new ListBlobsOptions().setPrefix(location.names().of(type)).setMaxResultsPerPage(PAGE);
        return SdkCall.run(
                "list " + type.directory(),
                () -> container
                        .listBlobs(options, token, null)
                        .iterableByPage()
                        .iterator()
                        .next());
    }

    private void report(FileType type, BlobItem blob, Consumer<FileInfo> action) {
        location.names()
                .fileName(type, blob.getName())
                .ifPresent(name ->
                        action.accept(new FileInfo(name, blob.getProperties().getContentLength())));
    }

    @Override
    public void remove(Handle handle) throws IOException {
        SdkCall.run("remove " + handle, () -> blob(handle).deleteWithResponse(null, null, null, Context.NONE));
    }

    private BlockBlobClient blob(Handle handle) {
        return container.getBlobClient(location.names().of(handle)).getBlockBlobClient();
    }

    @Override
    public void close() {
        http.close();
    }
}
