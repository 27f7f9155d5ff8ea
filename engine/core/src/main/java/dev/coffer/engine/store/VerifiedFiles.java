package dev.coffer.engine.store;

import dev.coffer.backend.Backend;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads whole files and makes sure that each is what its name, the hash of its bytes, says. Safe for use by any number of
 * threads.
 */
public final class VerifiedFiles {

    private final Backend backend;

    public VerifiedFiles(Backend backend) {
        this.backend = backend;
    }

    /**
     * The stored bytes of a file. Bytes that do not fit the name are fetched once more: the first copy may come from a
     * damaged cache or a faulty connection.
     *
     * @throws CorruptData if they do not fit the second time either
     */
    public byte[] load(Handle handle) throws IOException {
        byte[] bytes = backend.load(handle);
        if (matches(handle, bytes)) {
            return bytes;
        }
        backend.evict(handle);
        bytes = backend.load(handle);
        if (matches(handle, bytes)) {
            return bytes;
        }
        throw new CorruptData(
                "File " + handle + " at " + backend.location() + " is damaged: its content does not have the hash it is"
                        + " named by (" + bytes.length + " bytes were read).",
                null);
    }

    private static boolean matches(Handle handle, byte[] bytes) {
        return ObjectId.of(bytes).toString().equals(handle.name());
    }

    /** Names of all files of a type. */
    public List<ObjectId> list(FileType type) throws IOException {
        List<ObjectId> ids = new ArrayList<>();
        backend.list(type, file -> ids.add(ObjectId.parse(file.name())));
        return ids;
    }
}
