package dev.coffer.backend.azure;

import dev.coffer.backend.BackendException;
import java.io.OutputStream;

/** A part of an array that is filled from its start. For one thread. */
final class ArrayTarget extends OutputStream {

    private final byte[] buffer;
    private final int end;
    private int position;

    ArrayTarget(byte[] buffer, int offset, int length) {
        this.buffer = buffer;
        this.position = offset;
        this.end = offset + length;
    }

    /** How many bytes are still to come. */
    int missing() {
        return end - position;
    }

    @Override
    public void write(int value) throws BackendException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws BackendException {
        if (length > missing()) {
            throw new BackendException.Transient("the server has sent more bytes than were asked for", null);
        }
        System.arraycopy(bytes, offset, buffer, position, length);
        position += length;
    }
}
