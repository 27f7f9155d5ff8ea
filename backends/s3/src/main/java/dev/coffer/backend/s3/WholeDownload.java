package dev.coffer.backend.s3;

import dev.coffer.backend.BackendException;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Reads all of a file into an array of its size. */
final class WholeDownload {

    /** Stores may say any length; memory for more than this is taken as it comes. */
    private static final long BELIEVED = 64L << 20;

    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8L;

    private WholeDownload() {}

    static byte[] read(GetObjectResponse answer, InputStream body) throws IOException {
        Long announced = answer.contentLength();
        if (announced == null) {
            return body.readAllBytes();
        }
        if (announced > LONGEST_ARRAY) {
            throw new BackendException.Rejected("cannot load a file of " + announced + " bytes as a whole", null);
        }
        int length = announced.intValue();
        byte[] bytes = length > BELIEVED ? body.readNBytes(length) : exactly(new byte[length], body);
        if (bytes.length < length) {
            throw early();
        }
        return bytes;
    }

    private static byte[] exactly(byte[] bytes, InputStream body) throws IOException {
        if (body.readNBytes(bytes, 0, bytes.length) < bytes.length) {
            throw early();
        }
        return bytes;
    }

    private static BackendException early() {
        return new BackendException.Transient("the answer ended early", null);
    }
}
