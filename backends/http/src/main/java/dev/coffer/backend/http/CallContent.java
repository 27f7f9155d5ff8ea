package dev.coffer.backend.http;

import dev.coffer.backend.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** The content of a request, sent piece by piece, whose watch hears of each. For one thread. */
final class CallContent extends AbstractHttpEntity {

    /** As much as the JDK hands to the system at a time. */
    private static final int PIECE = 128 << 10;

    private final Content content;
    private final StallWatch watch;
    private boolean taken;

    CallContent(Content content, StallWatch watch) {
        super((ContentType) null, null);
        this.content = content;
        this.watch = watch;
    }

    /** That content could not be read, in contrast to failures of sending it. */
    static final class Unreadable extends IOException {

        private static final long serialVersionUID = 1;

        Unreadable(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Whether any of it may have been sent. */
    boolean taken() {
        return taken;
    }

    @Override
    public long getContentLength() {
        return content.length();
    }

    @Override
    public InputStream getContent() {
        taken = true;
        return new WatchedStream(content.openChecked(), watch);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        byte[] piece = new byte[(int) Math.min(PIECE, content.length() + 1)];
        try (InputStream in = getContent()) {
            for (int count = read(in, piece); count >= 0; count = read(in, piece)) {
                out.write(piece, 0, count);
            }
        }
    }

    private static int read(InputStream in, byte[] piece) throws Unreadable {
        try {
            return in.read(piece);
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    /** It is sent once, as nobody asks for credentials on the way. */
    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public void close() {
        // what was opened is closed where it was
    }
}
