package dev.coffer.backend.wrap;

import java.io.IOException;
import java.time.Duration;

/** Hears that a request failed and will be made again. Called on the thread that made the request. */
@FunctionalInterface
public interface RetryListener {

    /**
     * @param request what was asked, such as {@code save data/1f2e…}
     * @param failure why it failed
     * @param pause how long from now it will be asked again
     */
    void failed(String request, IOException failure, Duration pause);

    /** Does not care. */
    static RetryListener none() {
        return (_, _, _) -> {};
    }
}
