package dev.coffer.backend.sftp.protocol;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A packet from the server, read from front to back. Methods fail with a {@link BufferUnderflowException} at its end. */
final class Reply {

    private final int type;
    private final ByteBuffer body;

    /** @param body what follows the packet's type and number */
    Reply(int type, ByteBuffer body) {
        this.type = type;
        this.body = body;
    }

    int int32() {
        return body.getInt();
    }

    long int64() {
        return body.getLong();
    }

    byte[] string() {
        byte[] bytes = new byte[length()];
        body.get(bytes);
        return bytes;
    }

    /** The length of what follows; one that cannot be true is not believed. */
    private int length() {
        int length = int32();
        if (length < 0 || length > body.remaining()) {
            throw new BufferUnderflowException();
        }
        return length;
    }

    String text() {
        return new String(string(), StandardCharsets.UTF_8);
    }

    Attributes attributes() {
        return Attributes.read(body);
    }

    void skip(int count) {
        body.position(body.position() + count);
    }

    boolean hasMore() {
        return body.hasRemaining();
    }

    /** A string as it lies in the packet. */
    ByteBuffer slice() {
        int length = length();
        ByteBuffer slice = body.slice(body.position(), length);
        skip(length);
        return slice;
    }

    /** Goes on only if the server did what was asked, and answered with a packet of this type. */
    Reply expect(int expected) throws IOException {
        Status status = type == PacketType.STATUS ? Status.of(int32()) : Status.OK;
        if (status != Status.OK) {
            throw new SftpException(status, serverWords(status));
        }
        if (type != expected) {
            throw new IOException("the server answered with a packet of type " + type + " instead of " + expected);
        }
        return this;
    }

    private String serverWords(Status status) {
        String words = hasMore() ? text() : "";
        return words.isBlank() ? status.words() : words;
    }
}
