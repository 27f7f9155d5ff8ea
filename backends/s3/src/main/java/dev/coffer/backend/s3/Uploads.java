package dev.coffer.backend.s3;

import dev.coffer.backend.Content;
import dev.coffer.backend.Handle;
import dev.coffer.backend.http.ContentDigest;
import dev.coffer.backend.s3.S3Options.Checksum;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.HexFormat;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * What goes along with each upload.
 *
 * @param placement what the store is asked for
 * @param checksum how it finds out whether everything has arrived; a CRC is added by the SDK
 * @param onlyNew whether a file that is there is to stay as it is
 */
record Uploads(ObjectPlacement placement, Checksum checksum, boolean onlyNew) {

    void describe(Handle handle, Content content, PutObjectRequest.Builder request) throws IOException {
        placement.describe(handle, request);
        if (onlyNew) {
            request.ifNoneMatch("*");
        }
        if (content.length() == 0) {
            requireNothing(content);
        }
        if (checksum == Checksum.MD5) {
            request.contentMD5(
                    Base64.getEncoder().encodeToString(HexFormat.of().parseHex(ContentDigest.hex("MD5", content))));
        }
    }

    /** The SDK does not even look at content that is announced as empty. */
    private static void requireNothing(Content content) throws IOException {
        try (InputStream stream = content.openChecked()) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Whether objects are locked, which a bucket must be made for. */
    boolean lock() {
        return placement.lockMode().isPresent();
    }
}
