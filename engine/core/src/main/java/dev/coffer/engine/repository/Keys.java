package dev.coffer.engine.repository;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.crypto.AuthenticationFailed;
import dev.coffer.engine.crypto.KdfParameters;
import dev.coffer.engine.crypto.MasterKey;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.errors.RepositoryException.WrongPassword;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.store.VerifiedFiles;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys of a repository: each opens the same master key with another password. Safe for use by any thread. */
public final class Keys {

    /** As many keys are tried with one password. */
    private static final int MAX_TRIES = 20;

    private final Backend backend;
    private final VerifiedFiles files;

    Keys(Backend backend) {
        this.backend = backend;
        this.files = new VerifiedFiles(backend);
    }

    /** A key that a password has opened. */
    record OpenedKey(ObjectId id, MasterKey master) {}

    /** A key as it is listed. */
    public record StoredKey(ObjectId id, KeyFile file) {}

    /**
     * Finds the key that the password opens.
     *
     * @param hint id prefix of the key to try first
     * @throws WrongPassword if none does
     * @throws CorruptData if none does and some key file is damaged
     */
    OpenedKey open(Password password, Optional<String> hint) throws IOException {
        Optional<IOException> damage = Optional.empty();
        for (ObjectId id : inOrderOfTrial(hint)) {
            try {
                return new OpenedKey(id, openKey(id, password));
            } catch (AuthenticationFailed | BackendException.Missing _) {
                // Sealed with another password, or removed meanwhile; the next key may fit.
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                damage = damage.isPresent() ? damage : Optional.of(e);
            }
        }
        if (damage.isPresent()) {
            throw damage.get();
        }
        throw new WrongPassword("Wrong password, or no key found: no key of the repository at " + backend.location()
                + " opens with this password. Check the password, or the password file.");
    }

    private MasterKey openKey(ObjectId id, Password password) throws IOException {
        KeyFile file = load(id);
        try {
            return file.open(password);
        } catch (AuthenticationFailed e) {
            throw e;
        } catch (IOException e) {
            throw unusable(id, e);
        }
    }

    private CorruptData unusable(ObjectId id, IOException e) {
        return new CorruptData(
                "Key file " + handle(id) + " at " + backend.location() + " cannot be used: " + e.getMessage()
                        + ". Open the repository with another key's password, or restore that file from a copy.",
                e);
    }

    private List<ObjectId> inOrderOfTrial(Optional<String> hint) throws IOException {
        List<ObjectId> ids = files.list(FileType.KEY);
        List<ObjectId> order = new ArrayList<>();
        hint.ifPresent(prefix -> order.addAll(ObjectId.withPrefix(prefix, ids)));
        ids.stream().limit(MAX_TRIES).filter(id -> !order.contains(id)).forEach(order::add);
        return order;
    }

    /**
     * Reads a key file.
     *
     * @throws CorruptData if it is damaged
     */
    public KeyFile load(ObjectId id) throws IOException {
        byte[] bytes = files.load(handle(id));
        try {
            return KeyFile.decode(bytes);
        } catch (IOException e) {
            throw unusable(id, e);
        }
    }

    public List<StoredKey> list() throws IOException {
        List<StoredKey> keys = new ArrayList<>();
        for (ObjectId id : files.list(FileType.KEY)) {
            keys.add(new StoredKey(id, load(id)));
        }
        return keys;
    }

    /** Stores the master key under one more password. */
    ObjectId add(MasterKey master, Password password, HostIdentity host, KdfParameters kdf) throws IOException {
        byte[] bytes = KeyFile.seal(master, password, host, kdf).encode();
        ObjectId id = ObjectId.of(bytes);
        backend.save(handle(id), Content.of(bytes));
        return id;
    }

    /**
     * Makes sure that a password opens a key that was just stored; removes it if that is not so.
     *
     * @throws CorruptData in that case
     */
    void requireOpen(ObjectId id, Password password) throws IOException {
        try {
            openKey(id, password).close();
        } catch (AuthenticationFailed | CorruptData e) {
            backend.remove(handle(id));
            throw new CorruptData(
                    "The new key " + id.shortHex() + " did not open after it was stored at " + backend.location()
                            + ", and was removed again. The passwords until now open the repository as before.",
                    e);
        }
    }

    /**
     * Removes a key.
     *
     * @param current the key in use, which must stay
     */
    void remove(ObjectId id, ObjectId current) throws IOException {
        if (id.equals(current)) {
            throw new BadRequest(
                    "Key " + id.shortHex() + " is the one in use and cannot be removed. Open the repository"
                            + " with another key's password first.");
        }
        backend.remove(handle(id));
    }

    private static Handle handle(ObjectId id) {
        return Handle.of(FileType.KEY, id.toString());
    }
}
