package dev.coffer.backend.wrap;

import dev.coffer.backend.Backend;
import dev.coffer.backend.Content;
import dev.coffer.backend.Draft;
import dev.coffer.backend.Handle;
import java.util.Optional;

/** Reads from the store and pretends to save and remove, lock files included. */
public final class DryRunBackend extends ForwardingBackend {

    public DryRunBackend(Backend delegate) {
        super(delegate);
    }

    @Override
    public void save(Handle handle, Content content) {}

    @Override
    public Optional<Draft> draft() {
        return Optional.empty();
    }

    @Override
    public void remove(Handle handle) {}
}
