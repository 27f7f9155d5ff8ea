package dev.coffer.backend.s3;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.Handle;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Reads a range of a file into an array.
 *
 * @param handle which file
 * @param position where the range starts
 * @param buffer whose bytes from {@code offset} on get what is read
 * @param length above 0
 */
record RangeDownload(Handle handle, long position, byte[] buffer, int offset, int length) {

    private static final int PARTIAL_CONTENT = 206;

    /** What to ask for. */
    String header() {
        return "bytes=" + position + "-" + (position + length - 1);
    }

    /** A store that knows no ranges sends everything. */
    Handle fill(GetObjectResponse answer, InputStream body) throws IOException {
        try {
            if (answer.sdkHttpResponse().statusCode() != PARTIAL_CONTENT) {
                body.skipNBytes(position);
            }
        } catch (EOFException _) {
            throw truncated();
        }
        if (body.readNBytes(buffer, offset, length) < length) {
            throw truncated();
        }
        return handle;
    }

    private BackendException truncated() {
        return new BackendException.Truncated(
                "cannot load " + handle + ": there are no " + length + " bytes at " + position, null);
    }
}
