package dev.coffer.backend.sftp.protocol;

/**
 * How many bytes a request may carry.
 *
 * @param read in an answer
 * @param write in a request
 */
record Limits(int read, int write) {

    /** What every server has to understand. */
    static final Limits SMALLEST = new Limits(32 * 1024, 32 * 1024);

    /** Larger ones gain nothing, and cost memory. */
    private static final int ENOUGH = 255 * 1024;

    /** @throws java.nio.BufferUnderflowException if the reply is too short */
    static Limits read(Reply reply) {
        reply.skip(Long.BYTES);
        return new Limits(within(reply.int64()), within(reply.int64()));
    }

    /** Zero stands for a limit that the server does not know. */
    private static int within(long limit) {
        return limit <= 0 ? SMALLEST.read : (int) Math.min(limit, ENOUGH);
    }
}
