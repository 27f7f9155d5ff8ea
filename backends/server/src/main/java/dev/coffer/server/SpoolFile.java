package dev.coffer.server;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/** A temporary file that holds an upload for which there is no memory. It vanishes when it is closed. */
final class SpoolFile implements Content {

    private static final int BUFFER_SIZE = 128 * 1024;

    private final FileChannel channel;
    private long length;

    private SpoolFile(FileChannel channel) {
        this.channel = channel;
    }

    /** As {@link UploadReceiver#receive}. */
    static Upload receive(Path folder, InputStream body, OptionalLong length) throws IOException {
        SpoolFile file = create(folder);
        try {
            HashingReader reader = new HashingReader(body);
            file.copy(reader);
            if (length.isPresent() && length.getAsLong() != file.length) {
                throw new EOFException("the client has sent less than it announced");
            }
            return new Upload(file, reader.hash(), file::delete);
        } catch (IOException | RuntimeException | Error e) {
            file.delete();
            throw e;
        }
    }

    private static SpoolFile create(Path folder) throws IOException {
        try {
            Path path = Files.createTempFile(folder, "coffer-upload-", "");
            return new SpoolFile(FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw new BackendException.Transient("cannot make a temporary file in " + folder + ": " + e, e);
        }
    }

    private void copy(HashingReader reader) throws IOException {
        byte[] buffer = new byte[BUFFER_SIZE];
        for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
            write(ByteBuffer.wrap(buffer, 0, count));
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                length += channel.write(bytes);
            }
        } catch (IOException e) {
            throw new BackendException.Transient("cannot write to a temporary file: " + e.getMessage(), e);
        }
    }

    private void delete() {
        try {
            channel.close();
        } catch (IOException _) {
            // It was open for reading only by now, so nothing is lost; it is in a folder for temporary files.
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public InputStream open() {
        return new InputStream() {
            private long position;

            @Override
            public int read() throws IOException {
                byte[] single = new byte[1];
                return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int count) throws IOException {
                int read = channel.read(ByteBuffer.wrap(buffer, offset, count), position);
                position += Math.max(0, read);
                return read;
            }
        };
    }
}
