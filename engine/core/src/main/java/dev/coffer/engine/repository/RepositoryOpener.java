package dev.coffer.engine.repository;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.chunker.Polynomial;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.crypto.MasterKey;
import dev.coffer.engine.errors.RepositoryException;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.errors.RepositoryException.RepositoryExists;
import dev.coffer.engine.errors.RepositoryException.RepositoryNotFound;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes and opens repositories: config and keys, in the order that leaves nothing half-made behind. */
final class RepositoryOpener {

    private RepositoryOpener() {}

    /** The config is written last: without it there is no repository. */
    static Repository init(
            Stores stores, Password password, int version, Optional<Polynomial> polynomial, RepositoryOptions options)
            throws IOException {
        RepositoryConfig.requireKnownVersion(version);
        Backend backend = stores.retrying();
        requireAbsent(backend);
        MasterKey master = MasterKey.random();
        Crypto crypto = new Crypto(master);
        try {
            ObjectId key = new Keys(backend)
                    .add(master, password, options.host(), options.kdf().get());
            RepositoryConfig config = RepositoryConfig.create(version, polynomial.orElseGet(Polynomial::random));
            backend.save(Handle.CONFIG, Content.of(crypto.seal(config.encode())));
            return new Repository(stores, config, new Keys.OpenedKey(key, master), crypto, options);
        } catch (IOException | RuntimeException e) {
            wipe(master, crypto);
            throw e;
        }
    }

    private static void wipe(MasterKey master, Crypto crypto) {
        crypto.close();
        master.close();
    }

    private static void requireAbsent(Backend backend) throws IOException {
        if (configExists(backend)) {
            throw new RepositoryExists("Cannot make a new repository at " + backend.location()
                    + ": there is one already. Use it as it is, or choose another place.");
        }
        List<String> remains = new ArrayList<>();
        backend.list(FileType.KEY, file -> remains.add(file.name()));
        backend.list(FileType.SNAPSHOT, file -> remains.add(file.name()));
        if (!remains.isEmpty()) {
            throw new RepositoryExists("Cannot make a new repository at " + backend.location()
                    + ": there are keys or snapshots, but no config. Either a repository has lost its config, which"
                    + " must then be restored from a copy, or an attempt to make one was cut short, and what it left"
                    + " can be removed. Or choose another place.");
        }
    }

    private static boolean configExists(Backend backend) throws IOException {
        try {
            backend.stat(Handle.CONFIG);
            return true;
        } catch (BackendException.Missing _) {
            return false;
        }
    }

    static Repository open(Stores stores, Password password, Optional<String> keyHint, RepositoryOptions options)
            throws IOException {
        Backend backend = stores.retrying();
        byte[] sealedConfig = loadConfig(backend);
        Keys.OpenedKey key = new Keys(backend).open(password, keyHint);
        Crypto crypto = new Crypto(key.master());
        try {
            RepositoryConfig config = openConfig(backend, crypto, sealedConfig);
            return new Repository(stores, config, key, crypto, options);
        } catch (IOException | RuntimeException e) {
            wipe(key.master(), crypto);
            throw e;
        }
    }

    private static byte[] loadConfig(Backend backend) throws IOException {
        try {
            return backend.load(Handle.CONFIG);
        } catch (BackendException.Missing e) {
            throw new RepositoryNotFound(
                    "There is no repository at " + backend.location()
                            + " (it has no config file). Check the location, or run `coffer init` to make one.",
                    e);
        }
    }

    private static RepositoryConfig openConfig(Backend backend, Crypto crypto, byte[] sealed) throws IOException {
        try {
            return SealedConfig.open(backend, crypto, sealed).decode();
        } catch (RepositoryException e) {
            throw e;
        } catch (IOException e) {
            throw new CorruptData(
                    "The config file of the repository at " + backend.location() + " is damaged: " + e.getMessage()
                            + ". Restore that file from a copy of the repository.",
                    e);
        }
    }
}
