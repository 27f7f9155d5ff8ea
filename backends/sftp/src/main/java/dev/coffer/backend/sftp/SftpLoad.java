package dev.coffer.backend.sftp;

import dev.coffer.backend.sftp.protocol.FileHandle;
import dev.coffer.backend.sftp.protocol.SftpClient;
import java.io.EOFException;
import java.io.IOException;

/** Reads one file, or a part of it. */
final class SftpLoad {

    private final SftpClient client;
    private final String path;

    SftpLoad(SftpClient client, String path) {
        this.client = client;
        this.path = path;
    }

    byte[] whole() throws IOException {
        FileHandle file = client.openForReading(path).get();
        try {
            return client.readAll(file);
        } finally {
            client.close(file);
        }
    }

    void range(long position, byte[] buffer, int offset, int length) throws IOException {
        FileHandle file = client.openForReading(path).get();
        try {
            if (length == 0 && position > client.stat(file).get().sizeOrFail()) {
                throw new EOFException("the file ends before byte " + position);
            }
            client.readFully(file, position, buffer, offset, length);
        } finally {
            client.close(file);
        }
    }
}
