package dev.coffer.engine.survival;

import static dev.coffer.engine.walk.TreeFixture.dir;

import dev.coffer.backend.Backend;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.errors.RepositoryException.WrongPassword;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.index.BlobLocation;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repair.IndexRepair;
import dev.coffer.engine.repository.IndexLoader;
import dev.coffer.engine.repository.Password;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryOptions;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.walk.TreeFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What commands find: a repository with some snapshots, something to back up, and a place for what they bring out. */
final class World {

    static final String OTHER_PASSWORD = "battery staple";
    static final HostIdentity HOST = new HostIdentity("host", "user", 1, 2, 3);

    /** A pack that a crash has left. */
    static final Handle REMAINS = Handle.of(FileType.PACK, "ab".repeat(32));

    private static final String STALE_LOCK =
            "{\"time\":\"2020-01-01T00:00:00Z\",\"exclusive\":true,\"hostname\":\"elsewhere\",\"username\":\"u\",\"pid\":1}";

    final Path source;
    final ObjectId snapshot;
    final ObjectId damagedData;

    private final Path folder;
    private final MemoryBackend repository;

    World(Path folder) throws IOException {
        this.folder = folder;
        this.source = Files.createDirectory(folder.resolve("source"));
        Files.writeString(source.resolve("a"), "a");
        Files.writeString(Files.createDirectory(source.resolve("d")).resolve("new"), "new");
        try (TreeFixture trees = new TreeFixture()) {
            var doomed = trees.file("a", "a");
            damagedData = Objects.requireNonNull(doomed.content()).getFirst();
            ObjectId below = trees.tree(trees.file("deep", "deep"));
            snapshot = trees.snapshot(trees.tree(doomed, dir("d", below), trees.file("shared", "shared")))
                    .id();
            trees.snapshot(trees.tree(trees.file("b", "b"), dir("d", below)));
            ObjectId gone = trees.snapshot(trees.tree(trees.file("c", "c"), trees.file("shared", "shared")))
                    .id();
            trees.snapshot(trees.tree(trees.file("c", "c")));
            trees.repository().snapshots().remove(gone);
            repository = trees.backend().copy();
        }
        repository.save(REMAINS, Content.of(new byte[50]));
    }

    /** A store with a repository of four backups, one of which was removed, and {@link #REMAINS}. */
    MemoryBackend repository() {
        return repository.copy();
    }

    MemoryBackend nothing() {
        return new MemoryBackend();
    }

    /** Of version 1. */
    MemoryBackend oldRepository() throws IOException {
        MemoryBackend old = new MemoryBackend();
        TestRepositories.init(old, 1, TestRepositories.options()).close();
        return old;
    }

    MemoryBackend emptyRepository() throws IOException {
        MemoryBackend empty = new MemoryBackend();
        TestRepositories.init(empty).close();
        return empty;
    }

    MemoryBackend withOtherKey() throws IOException {
        MemoryBackend store = repository();
        try (Repository opened = TestRepositories.open(store)) {
            opened.addKey(Password.of(OTHER_PASSWORD), HOST);
        }
        return store;
    }

    MemoryBackend withStaleLock() throws IOException {
        MemoryBackend store = repository();
        try (Repository opened = TestRepositories.open(store)) {
            opened.files().save(FileType.LOCK, STALE_LOCK.getBytes(StandardCharsets.UTF_8));
        }
        return store;
    }

    /** One index file is lost, and the bytes of another are wrong. */
    MemoryBackend withDamagedIndex() {
        MemoryBackend store = repository();
        List<String> files = List.copyOf(store.names(FileType.INDEX));
        store.lose(Handle.of(FileType.INDEX, files.get(0)));
        store.damage(Handle.of(FileType.INDEX, files.get(1)), 20);
        return store;
    }

    /** The pack that {@link #damagedPack} tells has a header that does not open, so it can only be made anew. */
    MemoryBackend withDamagedPack() throws IOException {
        MemoryBackend store = repository();
        Handle pack = Handle.of(FileType.PACK, damagedPack().toString());
        store.damage(pack, store.bytes(pack).length - 5);
        return store;
    }

    ObjectId damagedPack() throws IOException {
        return placeOfDamagedData().pack();
    }

    BlobLocation placeOfDamagedData() throws IOException {
        try (Repository opened = TestRepositories.open(repository)) {
            return opened.index().lookup(BlobHandle.data(damagedData)).orElseThrow();
        }
    }

    ObjectId indexOfDamagedPack() throws IOException {
        ObjectId pack = damagedPack();
        try (Repository opened = TestRepositories.open(repository)) {
            IndexLoader files = opened.indexFiles();
            for (ObjectId index : files.list()) {
                if (files.load(index).stream().anyMatch(listed -> listed.pack().equals(pack))) {
                    return index;
                }
            }
        }
        throw new IllegalStateException("no index file lists pack " + pack);
    }

    /** A file of the first snapshot has lost its content, and no index lists that. */
    MemoryBackend withLostContent() throws IOException {
        MemoryBackend store = repository();
        store.lose(Handle.of(FileType.PACK, damagedPack().toString()));
        try (Repository opened = TestRepositories.open(store)) {
            new IndexRepair(opened, _ -> {}, ProgressListener.NONE).repair();
        }
        return store;
    }

    /** A folder that nobody else uses. */
    Path scratch() throws IOException {
        return Files.createTempDirectory(folder, "scratch");
    }

    /** With the password, or with the other one where that has been changed; then a torn key may be in the way of the first. */
    static Repository open(Backend store, RepositoryOptions options) throws IOException {
        try {
            return open(store, TestRepositories.PASSWORD, options);
        } catch (WrongPassword | CorruptData _) {
            return open(store, OTHER_PASSWORD, options);
        }
    }

    static Repository open(Backend store, String password, RepositoryOptions options) throws IOException {
        return Repository.open(store, Password.of(password), Optional.empty(), options);
    }
}
