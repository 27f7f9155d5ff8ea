package dev.coffer.engine.repair;

import dev.coffer.engine.fs.LocalFiles.OpenFile;
import java.io.IOException;
import java.io.InputStream;

/** What an open file holds, from its start. Its failures can be told from those of whoever works on what was read. */
final class FileStream extends InputStream {

    private final OpenFile file;
    private long position;

    /** @param file the caller's to close */
    FileStream(OpenFile file) {
        this.file = file;
    }

    /** The file could not be read. */
    static final class ReadFailure extends IOException {

        private final IOException reason;

        ReadFailure(IOException reason) {
            super(reason);
            this.reason = reason;
        }

        IOException reason() {
            return reason;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            int count = file.read(position, buffer, offset, length);
            position += Math.max(0, count);
            return count;
        } catch (IOException e) {
            throw new ReadFailure(e);
        }
    }
}
