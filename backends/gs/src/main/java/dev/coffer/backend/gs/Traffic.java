package dev.coffer.backend.gs;

import dev.coffer.backend.Content;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Whether bytes move in a call. Safe for use by any thread. */
final class Traffic {

    private final AtomicLong moves = new AtomicLong();

    /** Some bytes have been sent or received. */
    void moved() {
        moves.incrementAndGet();
    }

    /** Grows with whatever moves. */
    long count() {
        return moves.get();
    }

    /** Content to be sent; whoever asks for its next bytes has sent those before. */
    InputStream sending(Content content) {
        return new FilterInputStream(content.openChecked()) {
            @Override
            public int read() throws IOException {
                moved();
                return super.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                moved();
                return super.read(buffer, offset, length);
            }
        };
    }
}
