package dev.coffer.engine.survival;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.BlobLocation;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import java.io.IOException;
import java.util.Arrays;

/** A server that does not know the password, and what it can do with the files all the same. */
final class HostileServer {

    private final MemoryBackend store;

    HostileServer(MemoryBackend store) {
        this.store = store;
    }

    Handle first(FileType type) {
        return Handle.of(type, store.names(type).first());
    }

    Handle last(FileType type) {
        return Handle.of(type, store.names(type).last());
    }

    void swap(Handle one, Handle other) {
        byte[] bytes = store.bytes(one);
        store.overwrite(one, store.bytes(other));
        store.overwrite(other, bytes);
    }

    void rename(Handle from, Handle to) {
        store.overwrite(to, store.bytes(from));
        store.lose(from);
    }

    /** Puts bytes that were sealed for something else among the files of a type, under the name they need there. */
    ObjectId pass(byte[] sealed, FileType type) {
        ObjectId name = ObjectId.of(sealed);
        store.overwrite(Handle.of(type, name.toString()), sealed);
        return name;
    }

    /** The stored bytes of one blob, cut out of its pack: whoever sees what is uploaded may guess where it is. */
    byte[] cutOut(ObjectId data) throws IOException {
        try (Repository repository = TestRepositories.open(store)) {
            BlobLocation location =
                    repository.index().lookup(BlobHandle.data(data)).orElseThrow();
            byte[] pack = store.bytes(Handle.of(FileType.PACK, location.pack().toString()));
            return Arrays.copyOfRange(
                    pack, (int) location.blob().offset(), (int) location.blob().end());
        }
    }
}
