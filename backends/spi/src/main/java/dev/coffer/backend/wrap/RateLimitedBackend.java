package dev.coffer.backend.wrap;

import dev.coffer.backend.Backend;
import dev.coffer.backend.Content;
import dev.coffer.backend.Draft;
import dev.coffer.backend.Handle;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps the average speed of saves and loads below limits. Saves are slowed down piece by piece while the store reads their
 * content; loads as a whole, since the store hands out a range only when it is complete.
 */
public final class RateLimitedBackend extends ForwardingBackend {

    private final Optional<Throttle> upload;
    private final Optional<Throttle> download;

    public RateLimitedBackend(Backend delegate, RateLimits limits) {
        this(delegate, limits, Ticker.system());
    }

    RateLimitedBackend(Backend delegate, RateLimits limits, Ticker ticker) {
        super(delegate);
        this.upload = throttle(limits.upload(), ticker);
        this.download = throttle(limits.download(), ticker);
    }

    private static Optional<Throttle> throttle(OptionalLong kibPerSecond, Ticker ticker) {
        return kibPerSecond.isPresent()
                ? Optional.of(new Throttle(Math.multiplyExact(kibPerSecond.getAsLong(), 1024L), ticker))
                : Optional.empty();
    }

    @Override
    public void save(Handle handle, Content content) throws IOException {
        super.save(handle, upload.isPresent() ? new SlowContent(content, upload.get()) : content);
    }

    /** None if uploads are slowed down: a draft is the store's at once, however fast it grows. */
    @Override
    public Optional<Draft> draft() throws IOException {
        return upload.isPresent() ? Optional.empty() : super.draft();
    }

    @Override
    public byte[] load(Handle handle) throws IOException {
        byte[] bytes = super.load(handle);
        admitDownload(bytes.length);
        return bytes;
    }

    @Override
    public void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException {
        admitDownload(length);
        super.load(handle, position, buffer, offset, length);
    }

    private void admitDownload(int bytes) throws IOException {
        if (download.isPresent()) {
            download.get().admit(bytes);
        }
    }

    private record SlowContent(Content content, Throttle throttle) implements Content {

        @Override
        public long length() {
            return content.length();
        }

        @Override
        public InputStream open() {
            return new SlowStream(content.open(), throttle);
        }
    }

    private static final class SlowStream extends FilterInputStream {

        /** Small pieces make an even flow. */
        private static final int PIECE = 16 * 1024;

        private final Throttle throttle;

        SlowStream(InputStream stream, Throttle throttle) {
            super(stream);
            this.throttle = throttle;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            if (value >= 0) {
                throttle.admit(1);
            }
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = in.read(buffer, offset, Math.min(length, PIECE));
            if (count > 0) {
                throttle.admit(count);
            }
            return count;
        }
    }
}
