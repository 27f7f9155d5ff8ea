package dev.coffer.backend.sftp.protocol;

import java.io.Closeable;
import java.io.IOException;

/** A way to the SFTP server. For any number of threads. */
public interface SftpTransport extends Closeable {

    /** Opens another stream. Blocks until the server is ready to speak SFTP, as far as that can be known. */
    SftpStreams connect() throws IOException;

    /** Whether several streams cost little: no further login, no further question to the user. */
    boolean multiplexed();

    /** Ends all streams. Idempotent. */
    @Override
    void close();
}
