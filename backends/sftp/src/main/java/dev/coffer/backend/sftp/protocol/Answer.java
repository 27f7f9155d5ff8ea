package dev.coffer.backend.sftp.protocol;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** What a server will answer to a request that is under way. Whoever does not care for it may forget it. For one thread. */
public final class Answer<T> {

    /** Makes a value of a reply. */
    @FunctionalInterface
    interface Decoder<T> {
        T decode(Reply reply) throws IOException;
    }

    private final PendingReply pending;
    private final Decoder<T> decoder;

    Answer(PendingReply pending, Decoder<T> decoder) {
        this.pending = pending;
        this.decoder = decoder;
    }

    /** An answer for which nobody has to be asked. */
    static <T> Answer<T> of(T value) {
        PendingReply pending = new PendingReply(new StallWatch(Duration.ZERO, () -> {}));
        pending.complete(new Reply(PacketType.STATUS, ByteBuffer.allocate(0)));
        return new Answer<>(pending, _ -> value);
    }

    /**
     * Waits for the answer. To be called once.
     *
     * @throws SftpException if the server refused
     * @throws ConnectionLostException if no answer will come
     * @throws java.io.InterruptedIOException if the thread is interrupted; it stays so
     */
    public T get() throws IOException {
        try {
            return decoder.decode(pending.await());
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("the server's answer makes no sense", e);
        }
    }

    /** Whether {@link #get()} would not have to wait. */
    public boolean isThere() {
        return pending.isThere();
    }
}
