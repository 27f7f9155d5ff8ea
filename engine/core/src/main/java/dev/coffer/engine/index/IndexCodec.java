package dev.coffer.engine.index;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.json.JsonNames;
import dev.coffer.engine.json.JsonReader;
import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.pack.PackedBlob;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The JSON of an index file. */
public final class IndexCodec {

    private static final JsonNames<Key> KEYS = JsonNames.of(Key.OTHER, Key::label);

    /** So much is passed on at a time. */
    private static final int PART_BYTES = 64 << 10;

    private IndexCodec() {}

    /** The keys of index documents; matched without making a string of each of the millions of them. */
    private enum Key {
        PACKS,
        ID,
        BLOBS,
        TYPE,
        OFFSET,
        LENGTH,
        UNCOMPRESSED_LENGTH,
        COFFER_LEAVING,
        SINCE,
        OTHER;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Writes the document for these packs, with the line feed that restic ends it with, bit by bit: it may be long. */
    public static void encode(List<IndexedPack> packs, OutputStream document) throws IOException {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("packs").beginArray();
        for (IndexedPack pack : packs) {
            writePack(json, pack, document);
        }
        json.endArray();
        json.endObject();
        json.newline();
        passOn(json, document);
    }

    private static void passOn(JsonWriter json, OutputStream document) throws IOException {
        document.write(json.buffer(), 0, json.size());
        json.drain();
    }

    /**
     * A document that lists no packs, but marks some. To other programs it is an index file that says nothing: they pass over the
     * member, and leave it out when they rewrite the file.
     */
    public static byte[] encodeMarks(List<PackMark> marks) {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("packs").beginArray().endArray();
        json.name(Key.COFFER_LEAVING.label()).beginArray();
        marks.forEach(mark -> writeMark(json, mark));
        json.endArray();
        json.endObject();
        json.newline();
        return json.toBytes();
    }

    private static void writeMark(JsonWriter json, PackMark mark) {
        json.beginObject();
        writeId(json, mark.pack());
        json.name(Key.SINCE.label()).value(mark.since().atOffset(ZoneOffset.UTC));
        json.endObject();
    }

    private static void writePack(JsonWriter json, IndexedPack pack, OutputStream document) throws IOException {
        json.beginObject();
        writeId(json, pack.pack());
        json.name("blobs").beginArray();
        for (PackedBlob blob : pack.blobs()) {
            writeBlob(json, blob);
            if (json.size() >= PART_BYTES) {
                passOn(json, document);
            }
        }
        json.endArray();
        json.endObject();
    }

    private static void writeId(JsonWriter json, ObjectId id) {
        json.name("id").valueHex(id.w0(), id.w1(), id.w2(), id.w3());
    }

    private static void writeBlob(JsonWriter json, PackedBlob blob) {
        json.beginObject();
        writeId(json, blob.handle().id());
        json.name("type").value(blob.handle().type().label());
        json.name("offset").value(blob.offset());
        json.name("length").value(blob.length());
        if (blob.compressed()) {
            json.name("uncompressed_length").value(blob.uncompressedLength());
        }
        json.endObject();
    }

    /** Takes what an index file says, one after the other. */
    public interface Sink {

        void pack(IndexedPack pack);

        void mark(PackMark mark);
    }

    /**
     * Reads a document to its end, without having all of it in memory. Fields of other programs are passed over.
     *
     * @param sink has been told of a part of it when reading fails
     * @throws IOException if it is not an index
     */
    public static void decode(InputStream document, Sink sink) throws IOException {
        JsonReader json = new JsonReader(document);
        json.beginObject();
        while (json.hasNext()) {
            Key key = json.nextName(KEYS);
            if (key == Key.PACKS && !json.isNull()) {
                readEach(json, () -> sink.pack(readPack(json)));
            } else if (key == Key.COFFER_LEAVING && !json.isNull()) {
                readEach(json, () -> sink.mark(readMark(json)));
            } else {
                json.skipValue();
            }
        }
        json.endObject();
        json.endDocument();
    }

    /** Reads an element of an array. */
    private interface Element {
        void read() throws IOException;
    }

    private static void readEach(JsonReader json, Element element) throws IOException {
        json.beginArray();
        while (json.hasNext()) {
            element.read();
        }
        json.endArray();
    }

    private static PackMark readMark(JsonReader json) throws IOException {
        ObjectId id = new ObjectId(0, 0, 0, 0);
        Instant since = Instant.MAX;
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName(KEYS)) {
                case ID -> id = readId(json);
                case SINCE -> since = json.nextTime().toInstant();
                default -> json.skipValue();
            }
        }
        json.endObject();
        return new PackMark(id, since);
    }

    private static IndexedPack readPack(JsonReader json) throws IOException {
        ObjectId id = new ObjectId(0, 0, 0, 0);
        List<PackedBlob> blobs = List.of();
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName(KEYS)) {
                case ID -> id = readId(json);
                case BLOBS -> blobs = readBlobs(json);
                default -> json.skipValue();
            }
        }
        json.endObject();
        return new IndexedPack(id, blobs);
    }

    private static List<PackedBlob> readBlobs(JsonReader json) throws IOException {
        List<PackedBlob> blobs = new ArrayList<>();
        readEach(json, () -> blobs.add(readBlob(json)));
        return blobs;
    }

    private static PackedBlob readBlob(JsonReader json) throws IOException {
        ObjectId id = new ObjectId(0, 0, 0, 0);
        BlobType type = BlobType.DATA;
        long offset = 0;
        long length = 0;
        long uncompressedLength = 0;
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName(KEYS)) {
                case ID -> id = readId(json);
                case TYPE -> type = readType(json.nextString());
                case OFFSET -> offset = json.nextLong();
                case LENGTH -> length = json.nextLong();
                case UNCOMPRESSED_LENGTH -> uncompressedLength = json.nextLong();
                default -> json.skipValue();
            }
        }
        json.endObject();
        return blob(new BlobHandle(type, id), offset, length, uncompressedLength);
    }

    private static PackedBlob blob(BlobHandle handle, long offset, long length, long uncompressedLength)
            throws IOException {
        boolean possible = offset >= 0
                && offset <= 0xFFFF_FFFFL
                && length > 0
                && length <= Integer.MAX_VALUE
                && uncompressedLength >= 0
                && uncompressedLength <= Integer.MAX_VALUE;
        if (!possible) {
            throw new IOException("the place given for " + handle + " is impossible: offset " + offset + ", length "
                    + length + ", uncompressed length " + uncompressedLength);
        }
        return new PackedBlob(handle, offset, (int) length, (int) uncompressedLength);
    }

    private static ObjectId readId(JsonReader json) throws IOException {
        long[] words = new long[4];
        json.nextHex(words);
        return new ObjectId(words[0], words[1], words[2], words[3]);
    }

    private static BlobType readType(String label) throws IOException {
        return switch (label) {
            case "data" -> BlobType.DATA;
            case "tree" -> BlobType.TREE;
            default -> throw new IOException("\"" + label + "\" is not a type of blob");
        };
    }
}
