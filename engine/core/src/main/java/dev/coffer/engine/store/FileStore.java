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
import java.util.Arrays;
import java.util.List;

/**
 * Stores JSON documents as sealed files. From repository version 2 on they are compressed behind a marker byte; a
 * document may also stand there as it is, which its first character tells. Safe for use by any number of threads.
 */
public final class FileStore {

    private static final byte COMPRESSED = 2;

    /** More than any index file of any known program; a frame that claims more is an attack or damage. */
    private static final int MAX_DOCUMENT = 1 << 30;

    private final Backend backend;
    private final VerifiedFiles files;
    private final Crypto crypto;
    private final ZstdCodec zstd;
    private final int version;

    /**
     * The files of one repository.
     *
     * @param backend stays the caller's to close, as do the others
     * @param version of the repository's format
     */
    public FileStore(Backend backend, Crypto crypto, ZstdCodec zstd, int version) {
        this.backend = backend;
        this.files = new VerifiedFiles(backend);
        this.crypto = crypto;
        this.zstd = zstd;
        this.version = version;
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
    public record SealedFile(ObjectId id, Content content) {}

    /** Seals and stores a document; it is durable when this returns. */
    public ObjectId save(FileType type, byte[] json) throws IOException {
        SealedFile file = seal(json);
        store(type, file);
        return file.id();
    }

    /** The first half of {@link #save}, for those who must know the name of a file whose storing fails. */
    public SealedFile seal(byte[] json) throws IOException {
        byte[] sealed = crypto.seal(version < 2 ? json : compress(json));
        verify(json, sealed);
        return new SealedFile(ObjectId.of(sealed), Content.of(sealed));
    }

    /** Stores a document; it is durable when this returns. */
    public void store(FileType type, SealedFile file) throws IOException {
        backend.save(Handle.of(type, file.id().toString()), file.content());
    }

    private byte[] compress(byte[] json) throws IOException {
        byte[] frame = zstd.compress(json);
        byte[] document = new byte[frame.length + 1];
        document[0] = COMPRESSED;
        System.arraycopy(frame, 0, document, 1, frame.length);
        return document;
    }

    private void verify(byte[] json, byte[] sealed) throws IOException {
        if (!Arrays.equals(json, decode(crypto.open(sealed)))) {
            throw new CorruptData(
                    "A document does not open to the same content right after it was sealed. Nothing was stored; this"
                            + " points to faulty memory or hardware.",
                    null);
        }
    }

    /**
     * The JSON of a file.
     *
     * @throws CorruptData if the file is damaged
     */
    public byte[] load(FileType type, ObjectId id) throws IOException {
        Handle handle = Handle.of(type, id.toString());
        byte[] sealed = files.load(handle);
        try {
            return decode(crypto.open(sealed));
        } catch (IOException e) {
            throw new CorruptData("File " + handle + " at " + backend.location() + " is damaged: " + e.getMessage(), e);
        }
    }

    private byte[] decode(byte[] document) throws IOException {
        if (version < 2 || document.length == 0 || document[0] == '{' || document[0] == '[') {
            return document;
        }
        if (document[0] != COMPRESSED) {
            throw new CorruptData("it starts with the unknown marker byte " + document[0], null);
        }
        return zstd.decompress(document, 1, document.length - 1, MAX_DOCUMENT);
    }

    public void remove(FileType type, ObjectId id) throws IOException {
        backend.remove(Handle.of(type, id.toString()));
    }
}
