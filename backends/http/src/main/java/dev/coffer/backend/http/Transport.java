package dev.coffer.backend.http;

import java.io.Closeable;
import java.io.IOException;

/** A way to a server. */
interface Transport extends Closeable {

    /**
     * Sends a request and waits for the head of the answer, whose body the caller then reads.
     *
     * @param call with all headers
     * @param watch hears of bytes that move, and is told how the request can be broken off
     * @throws java.io.InterruptedIOException if the thread is interrupted; its flag is set then
     */
    RawAnswer send(HttpCall call, StallWatch watch) throws IOException;

    /** A request, for messages: what is asked for, and where. */
    String describe(HttpCall call);

    /** Frees connections. Idempotent. */
    @Override
    void close();
}
