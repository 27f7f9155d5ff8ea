package dev.coffer.backend.sftp.protocol;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Cuts what a server sends into packets. For one thread. */
final class PacketReader {

    private static final int BUFFER_SIZE = 64 * 1024;
    private static final int LARGEST_PACKET = 1 << 20;

    private final DataInputStream in;

    PacketReader(InputStream stream, StallWatch watch) {
        this.in = new DataInputStream(new BufferedInputStream(new WatchedStream(stream, watch), BUFFER_SIZE));
    }

    /**
     * Waits for the next packet and returns it without its length.
     *
     * @throws java.io.EOFException if there is none any more
     */
    ByteBuffer next() throws IOException {
        int length = in.readInt();
        if (length < 1 + Integer.BYTES || length > LARGEST_PACKET) {
            throw new IOException("the other side does not speak SFTP: a packet claims to have "
                    + Integer.toUnsignedString(length) + " bytes");
        }
        byte[] packet = new byte[length];
        in.readFully(packet);
        return ByteBuffer.wrap(packet);
    }

    private static final class WatchedStream extends FilterInputStream {

        private final StallWatch watch;

        WatchedStream(InputStream in, StallWatch watch) {
            super(in);
            this.watch = watch;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            watch.moved();
            return count;
        }
    }
}
