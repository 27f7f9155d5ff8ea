package dev.coffer.backend.s3;

import dev.coffer.backend.http.HttpAnswer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The body of an answer, which ends with it. What little may be left is read, so that the connection can be used again. */
final class AnswerBody extends FilterInputStream {

    private static final int READ_AT_MOST = 64 << 10;

    private final HttpAnswer answer;
    private boolean closed;

    AnswerBody(HttpAnswer answer) {
        super(answer.body());
        this.answer = answer;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (answer) {
            answer.body().readNBytes(READ_AT_MOST);
        } catch (IOException _) {
            // the connection is lost, but nobody needs what was left
        }
    }

    /** Ends the request without reading on. */
    void abandon() {
        closed = true;
        try {
            answer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
