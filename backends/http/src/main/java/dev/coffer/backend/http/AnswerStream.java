package dev.coffer.backend.http;

import java.io.IOException;
import java.io.InputStream;

/** The body of an answer, whose failures say what was attempted. Only while it is read does it count as stalling. */
final class AnswerStream extends InputStream {

    private final InputStream in;
    private final HttpAttempt attempt;
    private final StallWatch watch;

    AnswerStream(HttpAttempt attempt, InputStream in, StallWatch watch) {
        this.in = in;
        this.attempt = attempt;
        this.watch = watch;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** A body that was broken off may look as if it had ended. */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        watch.resume();
        try {
            int count = in.read(buffer, offset, length);
            if (count < 0 && watch.stalled()) {
                throw new IOException("broken off");
            }
            return count;
        } catch (IOException e) {
            throw attempt.failure(e, watch.stalled());
        } finally {
            watch.pause();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
