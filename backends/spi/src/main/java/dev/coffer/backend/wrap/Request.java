package dev.coffer.backend.wrap;

import java.io.IOException;

/** A request to a store with an answer. */
@FunctionalInterface
interface Request<T> {

    T run() throws IOException;

    /** A request without an answer. */
    @FunctionalInterface
    interface Change {

        void run() throws IOException;
    }
}
