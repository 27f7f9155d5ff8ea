package dev.coffer.engine.repository;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobContent;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.compress.CompressionMode;
import dev.coffer.engine.compress.ZstdCodec;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.crypto.MasterKey;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.index.IndexCodec;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.pack.BlobCodec;
import dev.coffer.engine.pack.PackHeader;
import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.SnapshotCodec;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.TreeReader;
import dev.coffer.engine.tree.TreeWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Everything that makes sense of bytes from a store. What is sealed there is given here as it is after opening: whoever has the
 * password can write anything. With what was read, the next step is done as well.
 */
enum FuzzedParser {
    CONFIG(bytes -> RepositoryConfig.decode(bytes).encode()),
    KEY(bytes -> KeyFile.decode(bytes).encode()),
    MASTER_KEY(bytes -> MasterKeyCodec.decode(bytes).close()),
    LOCK(FuzzedParser::lock),
    INDEX(FuzzedParser::index),
    SNAPSHOT(FuzzedParser::snapshot),
    TREE(FuzzedParser::tree),
    LONG_TREE(FuzzedParser::longTree),
    PACK_HEADER(FuzzedParser::packHeader),
    PACK_TAIL(FuzzedParser::packTail),
    FRAME(FuzzedParser::frame),
    FRAME_OF_UNKNOWN_LENGTH(FuzzedParser::frameOfUnknownLength),
    FRAME_STREAM(FuzzedParser::frameStream),
    BLOB(FuzzedParser::blob);

    /** Where decompressing gives up here. */
    static final int MAX_CONTENT = 1 << 20;

    /** In front of a tail. */
    private static final long PACK_BYTES = 1L << 31;

    private static final ObjectId ID = ObjectId.NULL;
    static final HostIdentity SELF = new HostIdentity("host", "user", 1, 2, 3);

    private final Parsing parsing;

    private interface Parsing {
        void parse(byte[] bytes) throws IOException;
    }

    FuzzedParser(Parsing parsing) {
        this.parsing = parsing;
    }

    /** Makes what it can of the bytes; to say that they are not what they should be is what {@link IOException} is for. */
    void parse(byte[] bytes) throws IOException {
        parsing.parse(bytes);
    }

    /** Sealed with the key that {@link #PACK_TAIL} opens with. */
    static byte[] seal(byte[] plain) {
        return Sealing.CRYPTO.seal(plain);
    }

    static byte[] compress(byte[] content) {
        return Sealing.ZSTD.compress(content);
    }

    /** Made when first needed, and for all parsers. */
    private static final class Sealing {
        static final Crypto CRYPTO = new Crypto(MasterKey.of(new byte[32], new byte[16], new byte[16]));
        static final ZstdCodec ZSTD = new ZstdCodec(CompressionMode.AUTO);
        static final BlobCodec CODEC =
                new BlobCodec(new BufferPool(0), CRYPTO, ZSTD, 2, CompressionMode.AUTO, BlobCodec.Verification.NONE);
    }

    private static void lock(byte[] bytes) throws IOException {
        LockFile lock = LockFile.decode(bytes);
        lock.describe(Instant.EPOCH);
        lock.standing(SELF, Instant.EPOCH);
        lock.encode();
    }

    private static void index(byte[] bytes) throws IOException {
        Index index = new Index();
        Consumer<IndexedPack> packs = pack -> {
            index.add(pack.pack(), pack.blobs());
            PackHeader.packSize(pack.blobs());
        };
        IndexCodec.decode(new ByteArrayInputStream(bytes), new IndexVisit(packs, index::mark));
        index.packsWithBlobs().forEach(pack -> pack.blobs().forEach(blob -> index.lookupAll(blob.handle())));
    }

    private static void snapshot(byte[] bytes) throws IOException {
        Snapshot snapshot = SnapshotCodec.decode(bytes);
        SnapshotCodec.decode(SnapshotCodec.encode(snapshot));
    }

    private static void tree(byte[] bytes) throws IOException {
        read(new BlobContent.Plain(bytes));
    }

    private static void longTree(byte[] bytes) throws IOException {
        read((BlobContent.Compressed) () -> new ByteArrayInputStream(bytes));
    }

    private static void read(BlobContent content) throws IOException {
        List<Node> nodes = new ArrayList<>();
        try (TreeReader reader = TreeReader.of(content)) {
            for (Optional<Node> node = reader.next(); node.isPresent(); node = reader.next()) {
                nodes.add(node.get());
            }
        }
        TreeWriter.write(nodes);
    }

    private static void packHeader(byte[] bytes) throws IOException {
        PackHeader.packSize(PackHeader.decode(ID, bytes));
    }

    private static void packTail(byte[] bytes) throws IOException {
        MemoryBackend store = new MemoryBackend();
        store.overwrite(Handle.of(FileType.PACK, ID.toString()), bytes);
        new PackHeaders(store, Sealing.CRYPTO).parse(ID, bytes, bytes.length, PACK_BYTES + bytes.length);
    }

    /** The first bytes tell the length that an index claims. */
    private static void frame(byte[] bytes) throws IOException {
        int claimed = number(bytes) & (MAX_CONTENT - 1);
        int start = Math.min(bytes.length, Integer.BYTES);
        Sealing.ZSTD.decompress(bytes, start, bytes.length - start, new byte[claimed], 0, claimed);
    }

    private static void frameOfUnknownLength(byte[] bytes) throws IOException {
        Sealing.ZSTD.decompress(bytes, 0, bytes.length, MAX_CONTENT);
    }

    private static void frameStream(byte[] bytes) throws IOException {
        try (InputStream content = ZstdCodec.decompressing(new ByteArrayInputStream(bytes), MAX_CONTENT)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** The first bytes tell what an index claims, the others are the opened blob. */
    private static void blob(byte[] bytes) throws IOException {
        int claimed = number(bytes) & Integer.MAX_VALUE;
        int start = Math.min(bytes.length, Integer.BYTES);
        byte[] stored = new byte[bytes.length - start + Crypto.OVERHEAD];
        Sealing.CRYPTO.seal(bytes, start, bytes.length - start, stored, 0);
        PackedBlob blob = new PackedBlob(BlobHandle.data(ID), 0, stored.length, claimed);
        try {
            Sealing.CODEC.verify(blob, stored, 0);
        } finally {
            Sealing.CODEC.open(blob, stored, 0).close();
        }
    }

    private static int number(byte[] bytes) {
        return bytes.length < Integer.BYTES ? 0 : ByteBuffer.wrap(bytes).getInt();
    }
}
