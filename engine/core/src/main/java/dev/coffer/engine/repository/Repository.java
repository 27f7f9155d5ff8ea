package dev.coffer.engine.repository;

import dev.coffer.backend.Backend;
import dev.coffer.backend.FileType;
import dev.coffer.backend.wrap.FreezableBackend;
import dev.coffer.chunker.Polynomial;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.compress.ZstdCodec;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.crypto.MasterKey;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.errors.RepositoryException.RepositoryExists;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.pack.BlobCodec;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.store.FileStore;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An open repository: the parts that work on it, put together. Safe for use by any number of threads.
 *
 * <p>It owns the backend and the master key; closing it closes the one and wipes the other.
 */
public final class Repository implements AutoCloseable {

    /** Buffers that lie idle: those of all threads that seal. */
    private static final long MAX_IDLE_BUFFERS = 48L << 20;

    /**
     * Segments of packs that lie idle, if the store lends no files for them. They have a pool of their own, since they come back
     * all at once when a pack is stored, and would drive the others out.
     */
    private static final long MAX_IDLE_SEGMENTS = 64L << 20;

    private final BufferPool buffers = new BufferPool(MAX_IDLE_BUFFERS);
    private final FreezableBackend freezable;
    private final Backend backend;
    private final RepositoryConfig config;
    private final ObjectId keyId;
    private final MasterKey master;
    private final Crypto crypto;
    private final FileStore files;
    private final BlobCodec codec;
    private final RepositoryOptions options;
    private final Index index = new Index();
    private final IndexLoader indexFiles;
    private final Snapshots snapshots;

    Repository(Stores stores, RepositoryConfig config, Keys.OpenedKey key, Crypto crypto, RepositoryOptions options) {
        this.freezable = stores.freezable();
        this.config = config;
        this.keyId = key.id();
        this.master = key.master();
        this.crypto = crypto;
        this.options = options;
        this.backend = options.cache().apply(stores.retrying(), config.id());
        ZstdCodec zstd = new ZstdCodec(options.compression());
        this.files = new FileStore(backend, crypto, zstd, config.version());
        this.indexFiles = new IndexLoader(
                index, files, config.version(), backend.properties().connections());
        this.snapshots = new Snapshots(files);
        this.codec =
                new BlobCodec(buffers, crypto, zstd, config.version(), options.compression(), options.verification());
    }

    /**
     * Makes a new repository and opens it.
     *
     * @param backend prepared for it; owned by the repository from now on, also when that fails
     * @param polynomial for the chunker; a random one unless blobs are to be shared with another repository
     * @throws RepositoryExists if there is one already
     */
    public static Repository init(
            Backend backend, Password password, int version, Optional<Polynomial> polynomial, RepositoryOptions options)
            throws IOException {
        try {
            return RepositoryOpener.init(Stores.over(backend, options), password, version, polynomial, options);
        } catch (IOException | RuntimeException e) {
            backend.close();
            throw e;
        }
    }

    /**
     * Opens an existing repository. The index is not loaded yet.
     *
     * @param backend owned by the repository from now on, also when opening fails
     * @param keyHint id prefix of the key to try first
     */
    public static Repository open(
            Backend backend, Password password, Optional<String> keyHint, RepositoryOptions options)
            throws IOException {
        try {
            return RepositoryOpener.open(Stores.over(backend, options), password, keyHint, options);
        } catch (IOException | RuntimeException e) {
            backend.close();
            throw e;
        }
    }

    public RepositoryConfig config() {
        return config;
    }

    /** The key this repository was opened with. */
    public ObjectId keyId() {
        return keyId;
    }

    /** The store, cache included. */
    public Backend backend() {
        return backend;
    }

    /** Index, snapshot and lock files. */
    public FileStore files() {
        return files;
    }

    public RepositoryOptions options() {
        return options;
    }

    public Index index() {
        return index;
    }

    public IndexLoader indexFiles() {
        return indexFiles;
    }

    /** Makes {@link #index} say what the index files say. List snapshots before, so that it has every blob they need. */
    public void loadIndex(ProgressListener progress) throws IOException {
        indexFiles.loadAll(progress);
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    public Keys keys() {
        return new Keys(backend);
    }

    /**
     * Adds a key, and reads and opens it before anybody relies on it.
     *
     * @throws CorruptData if it does not open; it is removed again
     */
    public ObjectId addKey(Password password, HostIdentity host) throws IOException {
        ObjectId id = keys().add(master, password, host, options.kdf().get());
        keys().requireOpen(id, password);
        return id;
    }

    /** The master key as JSON, for people who look inside: it opens everything, without any password. Wipe it after use. */
    public byte[] exportMasterKey() {
        return MasterKeyCodec.encode(master);
    }

    /**
     * Removes a key.
     *
     * @throws dev.coffer.engine.errors.RepositoryException.BadRequest if it is the one in use
     */
    public void removeKey(ObjectId id) throws IOException {
        keys().remove(id, keyId);
    }

    /** Makes {@code password} the one that opens this repository's key: a new key file, then the old one is removed. */
    public ObjectId changePassword(Password password, HostIdentity host) throws IOException {
        ObjectId added = addKey(password, host);
        keys().remove(keyId, added);
        return added;
    }

    /**
     * Makes the repository one of the latest version; the caller holds an exclusive lock. To make use of it, open it anew.
     *
     * @throws dev.coffer.engine.errors.RepositoryException.BadRequest if it is one already
     */
    public void upgrade() throws IOException {
        new VersionUpgrade(backend, crypto).run(config);
    }

    public Locks locks() {
        LockTiming timing =
                backend.properties().listsAtOnce() ? LockTiming.STANDARD.settledAtOnce() : LockTiming.STANDARD;
        return new Locks(backend, files, options.host(), timing);
    }

    /** What a command needs under its lock, and what may therefore be loaded before it is known to hold. */
    public enum Need {
        SNAPSHOTS,
        INDEX
    }

    /**
     * Takes a lock, waiting up to {@code patience} for others to release theirs. What is needed is loaded in the time that
     * taking a lock takes; what others change until it holds is noticed when it is asked for.
     */
    public RepositoryLock lock(RepositoryLock.Kind kind, Duration patience, Set<Need> needs) throws IOException {
        if (needs.contains(Need.SNAPSHOTS)) {
            snapshots.ahead().start();
        }
        if (needs.contains(Need.INDEX)) {
            indexFiles.ahead().start();
        }
        return RepositoryLock.acquire(locks(), kind, freezable, patience);
    }

    public BlobLoader blobs() {
        return new BlobLoader(backend, index, codec, buffers);
    }

    /** Where memory for content comes from. */
    public BufferPool buffers() {
        return buffers;
    }

    public BlobCodec codec() {
        return codec;
    }

    public PackHeaders packHeaders() {
        return new PackHeaders(backend, crypto);
    }

    /** Returns once these packs can be read: a store may have to bring them back from an archive, see {@link Backend#warmUp}. */
    public void warmUp(Collection<ObjectId> packs, ProgressListener progress) throws IOException {
        new WarmUp(packs, progress).run(backend);
    }

    /** All packs that are stored, in no particular order, with the sizes of their files. */
    public Map<ObjectId, Long> packSizes() throws IOException {
        Map<ObjectId, Long> sizes = new HashMap<>();
        backend.list(FileType.PACK, file -> sizes.put(ObjectId.parse(file.name()), file.size()));
        return sizes;
    }

    /** For an exclusive lock's holder: makes the index files say what an index in memory says. */
    public IndexRewriter indexRewriter() {
        return new IndexRewriter(files, indexFiles(), new FileRemoval(this, FileType.INDEX));
    }

    /** Marks of packs that are to go. */
    public PackMarks packMarks() {
        return new PackMarks(files, index, indexFiles, new FileRemoval(this, FileType.INDEX));
    }

    /** Starts a session of saving blobs; the caller holds a lock, and has loaded the index. */
    public BlobSaver startSaving() {
        Claims claims = new Claims(index);
        IndexWriter indexWriter = new IndexWriter(files, index, claims);
        PackDrafts drafts = new PackDrafts(backend, new BufferPool(MAX_IDLE_SEGMENTS));
        PackUploader uploader = new PackUploader(backend, drafts, indexWriter);
        return new BlobSaver(
                claims,
                codec,
                indexWriter,
                drafts,
                uploader,
                new PackManager(BlobType.DATA, options.packSize(), crypto, uploader, drafts),
                new PackManager(BlobType.TREE, options.packSize(), crypto, uploader, drafts));
    }

    @Override
    public void close() throws IOException {
        snapshots.ahead().close();
        indexFiles.ahead().close();
        crypto.close();
        master.close();
        backend.close();
    }
}
