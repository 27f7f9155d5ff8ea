package dev.coffer.backend.wrap;

import dev.coffer.backend.Backend;
import dev.coffer.backend.Content;
import dev.coffer.backend.Handle;

/** Reads from the store and pretends to save and remove, lock files included. */
public final class DryRunBackend extends ForwardingBackend {

    public DryRunBackend(Backend delegate) {
        super(delegate);
    }

    @Override
    public void save(Handle handle, Content content) {}

    @Override
    public void remove(Handle handle) {}
}
