package dev.coffer.engine.blob;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 value: the identity of a blob, of a tree, and of every stored file (restic calls it <em>ID</em>).
 *
 * <p>Four words instead of an array: millions of them are compared and hashed. Ordered like the hex strings they print as.
 *
 * @param w0 bytes 0–7, big-endian; the others follow
 */
public record ObjectId(long w0, long w1, long w2, long w3) implements Comparable<ObjectId> {

    /** Length in bytes. */
    public static final int BYTES = 32;

    /** The id of zeros, which nothing has: it shows up where a faulty program had none to write. */
    public static final ObjectId NULL = new ObjectId(0, 0, 0, 0);

    /** What others are copied from, by any thread; never fed. */
    private static final MessageDigest SHA_256 = lookUpDigest();

    private static final int HEX_DIGITS = 2 * BYTES;
    private static final int SHORT_DIGITS = 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** The hash of the given bytes. */
    public static ObjectId of(byte[] content, int offset, int length) {
        MessageDigest digest = newDigest();
        digest.update(content, offset, length);
        return fromDigest(digest);
    }

    /** The hash of the given bytes. */
    public static ObjectId of(byte[] content) {
        return of(content, 0, content.length);
    }

    /** The result of a digest made by {@link #newDigest()}, which is reset by this. */
    public static ObjectId fromDigest(MessageDigest digest) {
        return fromBytes(digest.digest(), 0);
    }

    /** A new SHA-256, for content that comes in pieces. */
    public static MessageDigest newDigest() {
        try {
            // Looking through the providers takes longer than to hash a short blob.
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException _) {
            return lookUpDigest();
        }
    }

    private static MessageDigest lookUpDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must provide SHA-256", e);
        }
    }

    /** The id stored in the 32 bytes from {@code offset} on. */
    public static ObjectId fromBytes(byte[] bytes, int offset) {
        return new ObjectId(
                (long) LONGS.get(bytes, offset),
                (long) LONGS.get(bytes, offset + 8),
                (long) LONGS.get(bytes, offset + 16),
                (long) LONGS.get(bytes, offset + 24));
    }

    /**
     * The id that 64 hex digits stand for.
     *
     * @throws IllegalArgumentException if these are not 64 hex digits
     */
    public static ObjectId parse(CharSequence hex) {
        if (hex.length() != HEX_DIGITS) {
            throw new IllegalArgumentException("an id has 64 hex digits, but this has " + hex.length());
        }
        return new ObjectId(word(hex, 0), word(hex, 16), word(hex, 32), word(hex, 48));
    }

    /** Like {@link #parse}, for text that may be something else, such as a foreign file's name. */
    public static Optional<ObjectId> tryParse(CharSequence text) {
        boolean id = text.length() == HEX_DIGITS && text.chars().allMatch(HexFormat::isHexDigit);
        return id ? Optional.of(parse(text)) : Optional.empty();
    }

    /** Those of some ids whose hex digits begin like this. None does if there is nothing to begin with. */
    public static List<ObjectId> withPrefix(String prefix, Collection<ObjectId> ids) {
        return prefix.isEmpty()
                ? List.of()
                : ids.stream().filter(id -> id.toString().startsWith(prefix)).toList();
    }

    private static long word(CharSequence hex, int start) {
        return HexFormat.fromHexDigitsToLong(hex, start, start + 16);
    }

    /** Writes the 32 bytes of this id. */
    public void copyTo(byte[] target, int offset) {
        LONGS.set(target, offset, w0);
        LONGS.set(target, offset + 8, w1);
        LONGS.set(target, offset + 16, w2);
        LONGS.set(target, offset + 24, w3);
    }

    public byte[] toBytes() {
        byte[] bytes = new byte[BYTES];
        copyTo(bytes, 0);
        return bytes;
    }

    /** The first byte, unsigned. */
    public int firstByte() {
        return (int) (w0 >>> 56);
    }

    /** The first eight hex digits, as people use them. */
    public String shortHex() {
        return toString().substring(0, SHORT_DIGITS);
    }

    @Override
    public int compareTo(ObjectId other) {
        int order = Long.compareUnsigned(w0, other.w0);
        order = order != 0 ? order : Long.compareUnsigned(w1, other.w1);
        order = order != 0 ? order : Long.compareUnsigned(w2, other.w2);
        return order != 0 ? order : Long.compareUnsigned(w3, other.w3);
    }

    /** Spelt out, as the JVM would spin a method out of method handles in every process that compares two ids. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ObjectId id && w0 == id.w0 && w1 == id.w1 && w2 == id.w2 && w3 == id.w3;
    }

    /** The words are uniformly distributed already. */
    @Override
    public int hashCode() {
        return Long.hashCode(w0);
    }

    /** 64 lower-case hex digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(toBytes());
    }
}
