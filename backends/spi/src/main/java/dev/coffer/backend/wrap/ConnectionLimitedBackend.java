package dev.coffer.backend.wrap;

import dev.coffer.backend.Backend;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;

/**
 * Runs at most as many requests at the same time as the store likes; the others wait their turn. Requests for lock files
 * do not count.
 */
public final class ConnectionLimitedBackend extends GatedBackend {

    private final Semaphore connections;

    public ConnectionLimitedBackend(Backend delegate) {
        super(delegate);
        this.connections = new Semaphore(delegate.properties().connections(), true);
    }

    @Override
    void enter() throws InterruptedIOException {
        try {
            connections.acquire();
        } catch (InterruptedException e) {
            throw Interruptions.during("waiting for a free connection", e);
        }
    }

    @Override
    void leave() {
        connections.release();
    }
}
