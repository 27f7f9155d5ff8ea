package dev.coffer.backend.sftp.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A request under construction: its length, type and number, followed by what it asks. */
final class Packet {

    private static final int HEADER = 9;
    private static final int NUMBER_AT = 5;
    private static final int SMALL = 256;

    private ByteBuffer bytes;

    Packet(int type) {
        this(type, SMALL);
    }

    /** @param capacity how many bytes will follow the header; more are possible, but then it is copied */
    Packet(int type, int capacity) {
        bytes = ByteBuffer.allocate(HEADER + capacity);
        bytes.putInt(0).put((byte) type).putInt(0);
    }

    Packet int32(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    Packet int64(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    Packet string(String text) {
        return string(text.getBytes(StandardCharsets.UTF_8));
    }

    Packet string(byte[] text) {
        int32(text.length);
        room(text.length).put(text);
        return this;
    }

    Packet handle(FileHandle handle) {
        return string(handle.bytes());
    }

    /** Permissions alone: kind, owner and times are the server's affair. */
    Packet permissions(int mode) {
        return int32(Attributes.PERMISSIONS).int32(mode);
    }

    /**
     * Appends the next bytes of a stream as a string.
     *
     * @param limit how many bytes at most
     * @return how many there were; less than the limit only at the end of the stream
     */
    int string(InputStream stream, int limit) throws IOException {
        room(Integer.BYTES + limit);
        int lengthAt = bytes.position();
        int count = stream.readNBytes(bytes.array(), lengthAt + Integer.BYTES, limit);
        bytes.putInt(count);
        bytes.position(bytes.position() + count);
        return count;
    }

    private ByteBuffer room(int count) {
        if (bytes.remaining() < count) {
            ByteBuffer larger = ByteBuffer.allocate(2 * bytes.capacity() + count);
            larger.put(bytes.flip());
            bytes = larger;
        }
        return bytes;
    }

    /** The whole packet, ready to be sent; nothing may be appended any more. */
    ByteBuffer finish(int number) {
        bytes.flip();
        bytes.putInt(0, bytes.limit() - Integer.BYTES);
        bytes.putInt(NUMBER_AT, number);
        return bytes;
    }
}
