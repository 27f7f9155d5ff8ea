package dev.coffer.backend.wrap;

import dev.coffer.backend.Backend;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lets requests through a gate, one by one. Lock files go past it: they must be renewed in time whatever else is going on. So
 * do drafts, which nobody else sees until they are saved.
 *
 * <p>A listing is collected inside the gate and handed out outside, so that its receiver may take its time and make requests
 * of its own.
 */
abstract class GatedBackend extends ForwardingBackend {

    GatedBackend(Backend delegate) {
        super(delegate);
    }

    /** Waits until a request may start. */
    abstract void enter() throws IOException;

    /** The request has ended. */
    abstract void leave();

    @Override
    public final void save(Handle handle, Content content) throws IOException {
        change(handle.type(), () -> super.save(handle, content));
    }

    @Override
    public final byte[] load(Handle handle) throws IOException {
        return through(handle.type(), () -> super.load(handle));
    }

    @Override
    public final void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException {
        change(handle.type(), () -> super.load(handle, position, buffer, offset, length));
    }

    @Override
    public final FileInfo stat(Handle handle) throws IOException {
        return through(handle.type(), () -> super.stat(handle));
    }

    @Override
    public final void list(FileType type, Consumer<FileInfo> action) throws IOException {
        List<FileInfo> files = new ArrayList<>();
        change(type, () -> super.list(type, files::add));
        files.forEach(action);
    }

    @Override
    public final void remove(Handle handle) throws IOException {
        change(handle.type(), () -> super.remove(handle));
    }

    private void change(FileType type, Request.Change request) throws IOException {
        through(type, () -> {
            request.run();
            return type;
        });
    }

    private <T> T through(FileType type, Request<T> request) throws IOException {
        if (type == FileType.LOCK) {
            return request.run();
        }
        enter();
        try {
            return request.run();
        } finally {
            leave();
        }
    }
}
