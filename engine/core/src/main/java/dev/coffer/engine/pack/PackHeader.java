package dev.coffer.engine.pack;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The list of blobs at the end of a pack; see the package documentation for its layout. */
public final class PackHeader {

    /** Bytes after the sealed header: its length. */
    public static final int LENGTH_FIELD = 4;

    /** Largest sealed header, length field not counted, that readers accept. */
    public static final int MAX_SEALED = 16 << 20;

    static final int PLAIN_ENTRY = 1 + 4 + ObjectId.BYTES;
    static final int COMPRESSED_ENTRY = PLAIN_ENTRY + 4;

    /** A header with more entries is refused by readers. */
    public static final int MAX_ENTRIES = (MAX_SEALED - Crypto.OVERHEAD - LENGTH_FIELD) / COMPRESSED_ENTRY;

    private PackHeader() {}

    /** Size of the whole pack file that holds exactly these blobs. */
    public static long packSize(Collection<PackedBlob> blobs) {
        long size = Crypto.OVERHEAD + LENGTH_FIELD;
        for (PackedBlob blob : blobs) {
            size += blob.length() + entrySize(blob);
        }
        return size;
    }

    /** Bytes that a blob's entry takes in the header. */
    public static int entrySize(PackedBlob blob) {
        return entrySize(blob.compressed());
    }

    /** Bytes that the entry of a compressed or an uncompressed blob takes in the header. */
    public static int entrySize(boolean compressed) {
        return compressed ? COMPRESSED_ENTRY : PLAIN_ENTRY;
    }

    /** The plain header of a pack with these blobs in physical order, without its length field. */
    public static byte[] encode(List<PackedBlob> blobs) {
        int size = blobs.stream().mapToInt(PackHeader::entrySize).sum();
        ByteBuffer header = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        for (PackedBlob blob : blobs) {
            header.put(EntryType.of(blob).code);
            header.putInt(blob.length());
            if (blob.compressed()) {
                header.putInt(blob.uncompressedLength());
            }
            header.put(blob.handle().id().toBytes());
        }
        return header.array();
    }

    /**
     * Reads the plain (already opened) header.
     *
     * @param pack for messages
     * @throws CorruptData if it is not a well-formed header
     */
    public static List<PackedBlob> decode(ObjectId pack, byte[] plain) throws CorruptData {
        ByteBuffer header = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
        List<PackedBlob> blobs = new ArrayList<>(plain.length / PLAIN_ENTRY);
        long offset = 0;
        while (header.hasRemaining()) {
            EntryType type = EntryType.of(header.get());
            if (type == EntryType.UNKNOWN || header.remaining() < type.size() - 1) {
                throw corrupt(pack, "entry " + blobs.size() + " is malformed");
            }
            PackedBlob blob = decodeEntry(header, type, offset);
            if (blob.length() < Crypto.OVERHEAD || blob.uncompressedLength() < 0) {
                throw corrupt(pack, "entry " + blobs.size() + " has an impossible length");
            }
            blobs.add(blob);
            offset = blob.end();
        }
        return blobs;
    }

    private static PackedBlob decodeEntry(ByteBuffer header, EntryType type, long offset) {
        int length = header.getInt();
        int uncompressedLength = type.compressed ? header.getInt() : 0;
        byte[] id = new byte[ObjectId.BYTES];
        header.get(id);
        BlobHandle handle = new BlobHandle(type.blobType, ObjectId.fromBytes(id, 0));
        return new PackedBlob(handle, offset, length, uncompressedLength);
    }

    private static CorruptData corrupt(ObjectId pack, String why) {
        return new CorruptData("The header of pack " + pack + " is damaged: " + why + ".", null);
    }

    /** What the first byte of an entry says. */
    private enum EntryType {
        DATA(0, BlobType.DATA, false),
        TREE(1, BlobType.TREE, false),
        COMPRESSED_DATA(2, BlobType.DATA, true),
        COMPRESSED_TREE(3, BlobType.TREE, true),
        UNKNOWN(-1, BlobType.DATA, false);

        private final byte code;
        private final BlobType blobType;
        private final boolean compressed;

        EntryType(int code, BlobType blobType, boolean compressed) {
            this.code = (byte) code;
            this.blobType = blobType;
            this.compressed = compressed;
        }

        static EntryType of(PackedBlob blob) {
            return switch (blob.handle().type()) {
                case DATA -> blob.compressed() ? COMPRESSED_DATA : DATA;
                case TREE -> blob.compressed() ? COMPRESSED_TREE : TREE;
            };
        }

        static EntryType of(byte code) {
            return switch (code) {
                case 0 -> DATA;
                case 1 -> TREE;
                case 2 -> COMPRESSED_DATA;
                case 3 -> COMPRESSED_TREE;
                default -> UNKNOWN;
            };
        }

        int size() {
            return entrySize(compressed);
        }
    }
}
