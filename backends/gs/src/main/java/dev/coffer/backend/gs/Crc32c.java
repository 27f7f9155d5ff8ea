package dev.coffer.backend.gs;

import dev.coffer.backend.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32C;

/** The checksum that the service keeps of every object, and compares on uploads if it is told. */
final class Crc32c {

    private Crc32c() {}

    /**
     * Reads the content once.
     *
     * @return as the API writes it: four bytes, the highest first, in Base64
     * @throws dev.coffer.backend.BackendException.Rejected if the content is not as long as it says
     */
    static String of(Content content) throws IOException {
        CRC32C checksum = new CRC32C();
        byte[] buffer = new byte[64 << 10];
        try (InputStream stream = content.openChecked()) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                checksum.update(buffer, 0, count);
            }
        }
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES)
                .putInt((int) checksum.getValue())
                .array();
        return Base64.getEncoder().encodeToString(bytes);
    }
}
