package dev.coffer.backend.memory;

import dev.coffer.backend.Backend;
import dev.coffer.backend.Content;
import dev.coffer.backend.Draft;
import dev.coffer.backend.wrap.ForwardingBackend;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Lends drafts for a store that has none itself, for tests, and counts them. Any thread may use it.
 *
 * <p>A draft that is closed has no bytes any more, so whoever closes it too early is found out.
 */
public final class LendingBackend extends ForwardingBackend {

    private final Set<Draft> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lent = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicReference<@Nullable IOException> refusal = new AtomicReference<>();

    public LendingBackend(Backend delegate) {
        super(delegate);
    }

    @Override
    public Optional<Draft> draft() {
        Draft draft = new LentDraft();
        lent.incrementAndGet();
        open.add(draft);
        return Optional.of(draft);
    }

    /** The next write into any draft fails, halfway through. */
    public void tearNextWrite(IOException failure) {
        refusal.set(failure);
    }

    /** How many drafts were lent until now. */
    public int lent() {
        return lent.get();
    }

    /** How often something was written into any of them. */
    public int writes() {
        return writes.get();
    }

    /** How many of them have not been closed. */
    public int open() {
        return open.size();
    }

    private final class LentDraft implements Draft {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(byte[] added, int offset, int count) throws IOException {
            writes.incrementAndGet();
            IOException failure = refusal.getAndSet(null);
            if (failure != null) {
                bytes.write(added, offset, count / 2);
                throw failure;
            }
            bytes.write(added, offset, count);
        }

        @Override
        public long length() {
            return bytes.size();
        }

        @Override
        public InputStream open() {
            return Content.of(bytes.toByteArray()).open();
        }

        @Override
        public void close() {
            open.remove(this);
            bytes.reset();
        }
    }
}
