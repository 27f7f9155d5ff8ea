package dev.coffer.backend.gs;

import com.google.api.gax.paging.Page;
import com.google.cloud.ReadChannel;
import com.google.cloud.storage.Blob;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.Storage.BlobField;
import com.google.cloud.storage.Storage.BlobGetOption;
import com.google.cloud.storage.Storage.BlobListOption;
import com.google.cloud.storage.Storage.BlobWriteOption;
import com.google.cloud.storage.StorageClass;
import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendProperties;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** A repository in a bucket. Every file is one object, which the service replaces as a whole. */
final class GsBackend implements Backend {

    private static final int PAGE = 1000;

    private final GsConnection connection;
    private final Storage storage;
    private final GsCalls calls;
    private final GsLocation location;
    private final PackClass packClass;
    private final BackendProperties properties;

    /** @param connection is closed with this backend */
    GsBackend(GsConnection connection, GsLocation location, PackClass packClass, int connections) {
        this.connection = connection;
        this.storage = connection.storage();
        this.calls = connection.calls();
        this.location = location;
        this.packClass = packClass;
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

    /**
     * The whole object in one request, without a copy of it. The method is deprecated because the client cannot repeat it, which
     * it is not meant to; those that replace it take three requests for a pack, and a buffer as large as a pack.
     */
    @Override
    @SuppressWarnings("deprecation")
    public void save(Handle handle, Content content) throws IOException {
        BlobInfo.Builder object = BlobInfo.newBuilder(id(handle)).setCrc32c(Crc32c.of(content));
        packClass.of(handle).ifPresent(name -> object.setStorageClass(StorageClass.valueOf(name)));
        calls.run(
                "save " + handle,
                traffic -> storage.create(object.build(), traffic.sending(content), BlobWriteOption.crc32cMatch()));
    }

    @Override
    public byte[] load(Handle handle) throws IOException {
        return calls.run("load " + handle, traffic -> {
            Received received = new Received(traffic);
            storage.downloadTo(id(handle), received);
            return received.toByteArray();
        });
    }

    /** Bytes that arrive. */
    private static final class Received extends ByteArrayOutputStream {

        private final Traffic traffic;

        Received(Traffic traffic) {
            this.traffic = traffic;
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            traffic.moved();
            super.write(bytes, offset, length);
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
        ByteBuffer target = ByteBuffer.wrap(buffer, offset, length);
        calls.run("load " + handle, traffic -> {
            read(handle, position, target, traffic);
            return target;
        });
        if (target.hasRemaining()) {
            throw truncated(handle, position + length, position + length - target.remaining());
        }
    }

    private void read(Handle handle, long position, ByteBuffer target, Traffic traffic) throws IOException {
        try (ReadChannel channel = storage.reader(id(handle))) {
            // nothing beside the caller's buffer
            channel.setChunkSize(0);
            channel.seek(position);
            channel.limit(position + target.remaining());
            while (target.hasRemaining() && channel.read(target) >= 0) {
                traffic.moved();
            }
        }
    }

    private void requireSize(Handle handle, long least) throws IOException {
        long size = stat(handle).size();
        if (size < least) {
            throw truncated(handle, least, size);
        }
    }

    private static BackendException truncated(Handle handle, long wanted, long size) {
        return new BackendException.Truncated(
                "cannot load " + handle + " up to " + wanted + ": it ends at " + size, null);
    }

    @Override
    public FileInfo stat(Handle handle) throws IOException {
        Blob object = calls.run(
                        "look at " + handle,
                        _ -> Optional.ofNullable(storage.get(id(handle), BlobGetOption.fields(BlobField.SIZE))))
                .orElseThrow(() -> missing("look at " + handle));
        return new FileInfo(handle.name(), object.getSize());
    }

    @Override
    public void list(FileType type, Consumer<FileInfo> action) throws IOException {
        String attempt = "list " + type.directory();
        Optional<Page<Blob>> page = calls.run(attempt, _ -> Optional.of(firstPage(type)));
        while (page.isPresent()) {
            Page<Blob> current = page.get();
            for (Blob object : current.getValues()) {
                location.names()
                        .fileName(type, object.getName())
                        .ifPresent(name -> action.accept(new FileInfo(name, object.getSize())));
            }
            page = calls.run(attempt, _ -> Optional.ofNullable(current.getNextPage()));
        }
    }

    private Page<Blob> firstPage(FileType type) {
        return storage.list(
                location.bucket(),
                BlobListOption.prefix(location.names().of(type)),
                BlobListOption.pageSize(PAGE),
                BlobListOption.fields(BlobField.NAME, BlobField.SIZE));
    }

    @Override
    public void remove(Handle handle) throws IOException {
        boolean removed = calls.run("remove " + handle, _ -> storage.delete(id(handle)));
        if (!removed) {
            throw missing("remove " + handle);
        }
    }

    private BlobId id(Handle handle) {
        return BlobId.of(location.bucket(), location.names().of(handle));
    }

    private BackendException missing(String attempt) {
        return new BackendException.Missing(
                "cannot " + attempt + " at " + calls.server() + ": there is no such object", null);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
