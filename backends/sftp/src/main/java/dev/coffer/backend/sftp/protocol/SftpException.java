package dev.coffer.backend.sftp.protocol;

import java.io.IOException;

/** A request that the server understood and refused. The connection is as good as before. */
public final class SftpException extends IOException {

    private final Status status;

    SftpException(Status status, String message) {
        super(message);
        this.status = status;
    }

    public Status status() {
        return status;
    }
}
