package dev.coffer.backend.http;

import java.io.IOException;

/** A text that should be JSON and is not, or other JSON than expected. */
public final class MalformedJson extends IOException {

    MalformedJson(String message) {
        super(message);
    }
}
