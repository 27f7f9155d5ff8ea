package dev.coffer.engine.store;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.buffer.Buffer;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.buffer.Segments;
import dev.coffer.engine.compress.ZstdCodec;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.store.FileStore.Document;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Seals JSON documents and opens them again. From repository version 2 on they are compressed behind a marker byte; a document
 * may also stand there as it is, which its first character tells. What was sealed is opened and compared before anybody gets it.
 * Safe for use by any number of threads.
 */
final class DocumentCodec {

    private static final byte COMPRESSED = 2;

    /** More than any index file of any known program; a frame that claims more is an attack or damage. */
    private static final int MAX_DOCUMENT = 1 << 30;

    /** Keeps nothing: long documents are too rare. */
    private static final BufferPool MEMORY = new BufferPool(0);

    private final Crypto crypto;
    private final ZstdCodec zstd;
    private final int version;

    DocumentCodec(Crypto crypto, ZstdCodec zstd, int version) {
        this.crypto = crypto;
        this.zstd = zstd;
        this.version = version;
    }

    byte[] seal(byte[] json) throws IOException {
        byte[] sealed = crypto.seal(version < 2 ? json : compress(json));
        require(() -> Arrays.equals(json, open(sealed)));
        return sealed;
    }

    private byte[] compress(byte[] json) throws IOException {
        byte[] frame = zstd.compress(json);
        byte[] document = new byte[frame.length + 1];
        document[0] = COMPRESSED;
        System.arraycopy(frame, 0, document, 1, frame.length);
        return document;
    }

    /** Seals a document that may be long: if it is compressed, then while it is written. */
    byte[] seal(Document document) throws IOException {
        if (version < 2) {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            document.writeTo(json);
            return seal(json.toByteArray());
        }
        MessageDigest written = ObjectId.newDigest();
        Segments compressed = new Segments(MEMORY);
        compressed.write(COMPRESSED);
        try (OutputStream json = new DigestOutputStream(zstd.compressing(compressed), written)) {
            document.writeTo(json);
        }
        try (Buffer plain = compressed.join(MEMORY)) {
            return sealAndCompare(plain, written.digest());
        }
    }

    /** @param plain overwritten */
    private byte[] sealAndCompare(Buffer plain, byte[] hashOfJson) throws IOException {
        byte[] sealed = new byte[Math.addExact(plain.length(), Crypto.OVERHEAD)];
        crypto.seal(plain.bytes(), 0, plain.length(), sealed, 0);
        Arrays.fill(plain.bytes(), (byte) 0);
        require(() -> {
            crypto.open(sealed, 0, sealed.length, plain.bytes(), 0);
            return Arrays.equals(hashOfJson, hash(content(plain.bytes(), 0, plain.length())));
        });
        return sealed;
    }

    private static byte[] hash(InputStream content) throws IOException {
        MessageDigest digest = ObjectId.newDigest();
        try (InputStream json = new DigestInputStream(content, digest)) {
            json.transferTo(OutputStream.nullOutputStream());
        }
        return digest.digest();
    }

    /** A look at what was sealed, which may fail in as many ways as reading does. */
    private interface Comparison {
        boolean isSame() throws IOException;
    }

    private static void require(Comparison comparison) throws CorruptData {
        IOException failure = null;
        try {
            if (comparison.isSame()) {
                return;
            }
        } catch (IOException e) {
            failure = e;
        }
        throw new CorruptData(
                "A document does not open to the same content right after it was sealed. Nothing was stored; this"
                        + " points to faulty memory or hardware.",
                failure);
    }

    /** @throws IOException if the sealed bytes are damaged, or no document */
    byte[] open(byte[] sealed) throws IOException {
        byte[] document = crypto.open(sealed);
        return isCompressed(document, 0, document.length)
                ? zstd.decompress(document, 1, document.length - 1, MAX_DOCUMENT)
                : document;
    }

    /**
     * The JSON of a document that may be long, to be closed; it is decompressed while it is read, and a frame that is no whole one
     * fails only then.
     *
     * @param sealed overwritten
     * @throws IOException if the sealed bytes are damaged otherwise
     */
    InputStream stream(byte[] sealed) throws IOException {
        int length = crypto.open(sealed, 0, sealed.length, sealed, Crypto.IV_BYTES);
        return content(sealed, Crypto.IV_BYTES, length);
    }

    private InputStream content(byte[] bytes, int offset, int length) throws IOException {
        return isCompressed(bytes, offset, length)
                ? ZstdCodec.decompressing(new ByteArrayInputStream(bytes, offset + 1, length - 1), MAX_DOCUMENT)
                : new ByteArrayInputStream(bytes, offset, length);
    }

    private boolean isCompressed(byte[] document, int offset, int length) throws CorruptData {
        if (version < 2 || length == 0 || document[offset] == '{' || document[offset] == '[') {
            return false;
        }
        if (document[offset] != COMPRESSED) {
            throw new CorruptData("it starts with the unknown marker byte " + document[offset], null);
        }
        if (length == 1) {
            throw new CorruptData("it ends behind its marker byte", null);
        }
        return true;
    }
}
