package dev.coffer.backend.sftp.protocol;

import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;

/** A two-way stream to an SFTP server. One thread reads, another one writes. */
public interface SftpStreams extends Closeable {

    InputStream in();

    OutputStream out();

    /** What was said beside the protocol, such as error messages of a program; empty if nothing was. */
    String lastWords();

    /** Ends both directions, so that whoever reads or writes fails. Idempotent. */
    @Override
    void close();
}
