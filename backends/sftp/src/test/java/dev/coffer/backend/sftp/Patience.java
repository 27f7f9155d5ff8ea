package dev.coffer.backend.sftp;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Until the loss of a connection has been noticed, a request may still go there, and fail. */
final class Patience {

    private static final int ATTEMPTS = 1000;

    private Patience() {}

    static <T> T eventually(Callable<T> request) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return request.call();
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                Thread.sleep(Duration.ofMillis(10));
            }
        }
    }
}
