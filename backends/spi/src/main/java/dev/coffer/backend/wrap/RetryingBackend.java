package dev.coffer.backend.wrap;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.Draft;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Makes requests again whose failure may pass ({@link BackendException#retryable()}), as a {@link RetryPolicy} says.
 *
 * <p>If the store cannot replace files, what a failed save may have left is removed before the next attempt. A file that
 * cannot be loaded in the end is not tried again for an hour, unless it is saved anew.
 */
public final class RetryingBackend extends ForwardingBackend {

    private final Retries retries;
    private final HopelessFiles hopeless;

    public RetryingBackend(Backend delegate, RetryListener listener) {
        this(delegate, RetryPolicy.standard(), listener, Ticker.system(), RandomGenerator.getDefault());
    }

    public RetryingBackend(
            Backend delegate, RetryPolicy policy, RetryListener listener, Ticker ticker, RandomGenerator random) {
        super(delegate);
        this.retries = new Retries(policy, listener, ticker, random);
        this.hopeless = new HopelessFiles(policy.giveUp(), ticker);
    }

    @Override
    public void save(Handle handle, Content content) throws IOException {
        retries.run("save " + handle, _ -> {
            try {
                super.save(handle, content);
            } catch (BackendException e) {
                removeRemains(handle, e);
                throw e;
            }
            return handle;
        });
        hopeless.forget(handle);
    }

    /** What is written into it is not tried again: a store that lends drafts has its own disk, whose failures do not pass. */
    @Override
    public Optional<Draft> draft() throws IOException {
        return retries.run("begin a file", _ -> super.draft());
    }

    /** A store that refused the request has not written anything; what is there then is a file of somebody else. */
    private void removeRemains(Handle handle, BackendException failure) throws IOException {
        boolean begun = failure instanceof BackendException.Transient || failure instanceof BackendException.Full;
        if (!begun || properties().atomicReplace()) {
            return;
        }
        try {
            super.remove(handle);
        } catch (BackendException.Missing _) {
            // nothing remained
        } catch (BackendException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public byte[] load(Handle handle) throws IOException {
        return load(handle, () -> super.load(handle));
    }

    @Override
    public void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException {
        load(handle, () -> {
            super.load(handle, position, buffer, offset, length);
            return handle;
        });
    }

    private <T> T load(Handle handle, Request<T> request) throws IOException {
        hopeless.refuse(handle);
        try {
            return retries.run("load " + handle, _ -> request.run());
        } catch (BackendException.Transient e) {
            hopeless.add(handle);
            throw e;
        }
    }

    @Override
    public FileInfo stat(Handle handle) throws IOException {
        return retries.run("look at " + handle, _ -> super.stat(handle));
    }

    /** No file is handed out twice, even if a listing breaks off and has to start again. */
    @Override
    public void list(FileType type, Consumer<FileInfo> action) throws IOException {
        Set<String> seen = new HashSet<>();
        retries.run("list " + type.directory(), _ -> {
            super.list(type, file -> {
                if (seen.add(file.name())) {
                    action.accept(file);
                }
            });
            return type;
        });
    }

    @Override
    public void remove(Handle handle) throws IOException {
        retries.run("remove " + handle, failures -> {
            try {
                super.remove(handle);
            } catch (BackendException.Missing e) {
                // an attempt that failed for us may have reached the store
                if (failures == 0) {
                    throw e;
                }
            }
            return handle;
        });
        hopeless.forget(handle);
    }
}
