package dev.coffer.backend.sftp.protocol;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The connection is gone, or of no use any more; whether the request reached the server is unknown. */
public final class ConnectionLostException extends IOException {

    ConnectionLostException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
