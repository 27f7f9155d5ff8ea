package dev.coffer.engine.store;

import dev.coffer.backend.Backend;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.compress.ZstdCodec;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Stores JSON documents as sealed files, named by the hash of their bytes. Safe for use by any number of threads. */
public final class FileStore {

    private final Backend backend;
    private final VerifiedFiles files;
    private final DocumentCodec codec;

    /**
     * The files of one repository.
     *
     * @param backend stays the caller's to close, as do the others
     * @param version of the repository's format
     */
    public FileStore(Backend backend, Crypto crypto, ZstdCodec zstd, int version) {
        this.backend = backend;
        this.files = new VerifiedFiles(backend);
        this.codec = new DocumentCodec(crypto, zstd, version);
    }

    public List<ObjectId> list(FileType type) throws IOException {
        return files.list(type);
    }

    /**
     * A document ready to be stored.
     *
     * @param id its name
     * @param content its bytes
     */
    public record SealedFile(ObjectId id, Content content) {

        private SealedFile(byte[] sealed) {
            this(ObjectId.of(sealed), Content.of(sealed));
        }
    }

    /** A document that is written when it is asked for, once. */
    @FunctionalInterface
    public interface Document {
        void writeTo(OutputStream json) throws IOException;
    }

    /**
     * Seals and stores a document that may be long: one that is compressed never lies in memory as a whole. It is durable when
     * this returns.
     */
    public ObjectId save(FileType type, Document document) throws IOException {
        return save(type, new SealedFile(codec.seal(document)));
    }

    /** Seals and stores a document; it is durable when this returns. */
    public ObjectId save(FileType type, byte[] json) throws IOException {
        return save(type, seal(json));
    }

    private ObjectId save(FileType type, SealedFile file) throws IOException {
        store(type, file);
        return file.id();
    }

    /** The first half of {@link #save(FileType, byte[])}, for those who must know the name of a file whose storing fails. */
    public SealedFile seal(byte[] json) throws IOException {
        return new SealedFile(codec.seal(json));
    }

    /** Stores a document; it is durable when this returns. */
    public void store(FileType type, SealedFile file) throws IOException {
        backend.save(Handle.of(type, file.id().toString()), file.content());
    }

    /**
     * The JSON of a file.
     *
     * @throws CorruptData if the file is damaged
     */
    public byte[] load(FileType type, ObjectId id) throws IOException {
        return read(type, id, codec::open);
    }

    /**
     * The JSON of a file that may be long, to be closed. What is compressed is decompressed while it is read, and a frame that is
     * no whole one ends in an {@link IOException} only then.
     *
     * @throws CorruptData if the file is damaged otherwise
     */
    public InputStream open(FileType type, ObjectId id) throws IOException {
        return read(type, id, codec::stream);
    }

    /** How sealed bytes are opened. */
    private interface Opening<T> {
        T open(byte[] sealed) throws IOException;
    }

    private <T> T read(FileType type, ObjectId id, Opening<T> opening) throws IOException {
        Handle handle = Handle.of(type, id.toString());
        byte[] sealed = files.load(handle);
        try {
            return opening.open(sealed);
        } catch (IOException e) {
            throw new CorruptData("File " + handle + " at " + backend.location() + " is damaged: " + e.getMessage(), e);
        }
    }

    public void remove(FileType type, ObjectId id) throws IOException {
        backend.remove(Handle.of(type, id.toString()));
    }
}
