package dev.coffer.engine.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** The content of one file on its way into a zip archive: deflated, counted and summed up. Closing leaves the target open. */
final class DeflatedContent extends OutputStream {

    private static final int BUFFER = 1 << 16;

    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final DeflaterOutputStream deflated;
    private final CRC32 checksum = new CRC32();

    DeflatedContent(OutputStream target) {
        deflated = new DeflaterOutputStream(target, deflater, BUFFER);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        checksum.update(bytes, offset, length);
        deflated.write(bytes, offset, length);
    }

    void finish() throws IOException {
        deflated.finish();
    }

    long size() {
        return deflater.getBytesRead();
    }

    long compressedSize() {
        return deflater.getBytesWritten();
    }

    long checksum() {
        return checksum.getValue();
    }

    @Override
    public void close() {
        deflater.end();
    }
}
