package dev.coffer.engine.compress;

import java.io.IOException;

/** Bytes are no Zstandard frame, a damaged one, or one of another length than expected. */
public final class CorruptFrame extends IOException {

    CorruptFrame(String message) {
        super(message);
    }

    CorruptFrame(String message, Throwable cause) {
        super(message, cause);
    }
}
