package dev.coffer.backend.sftp.protocol;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends packets, and hands replies to those who wait for them.
 *
 * <p>One thread writes and one reads, so that a caller who is interrupted never leaves half a packet behind. Any number of
 * threads may send. Packets that carry much data have to wait while several of their kind are still to be written; others never
 * do. After any failure the stream is of no use any more, and all who wait are told.
 */
final class PacketStream implements Closeable {

    /** The number under which the reply to the first packet, which bears none, is awaited. */
    private static final int HANDSHAKE = 0;

    private static final int WAITING_DATA_PACKETS = 8;
    private static final int UNLIMITED = 1 << 30;

    private record Outgoing(ByteBuffer bytes, boolean data) {}

    private final SftpStreams streams;
    private final StallWatch watch;
    private final Map<Integer, PendingReply> pending = new ConcurrentHashMap<>();
    private final BlockingQueue<Outgoing> outgoing = new LinkedBlockingQueue<>();
    private final Semaphore dataPermits = new Semaphore(WAITING_DATA_PACKETS);
    private final AtomicInteger lastNumber = new AtomicInteger(HANDSHAKE);
    private final AtomicReference<@Nullable ConnectionLostException> failure = new AtomicReference<>();
    private final Thread writer;
    private final Thread reader;

    private PacketStream(SftpStreams streams, Duration stallLimit) {
        this.streams = streams;
        this.watch = new StallWatch(
                stallLimit, () -> fail("no byte has moved for " + stallLimit.toMillis() / 1000.0 + " seconds", null));
        this.writer = Thread.ofPlatform().daemon().name("sftp-write").unstarted(this::write);
        this.reader = Thread.ofPlatform().daemon().name("sftp-read").unstarted(this::read);
    }

    /** Takes over the streams, which are closed with it. */
    static PacketStream start(SftpStreams streams, Duration stallLimit) {
        PacketStream packets = new PacketStream(streams, stallLimit);
        packets.writer.start();
        packets.reader.start();
        return packets;
    }

    /** Sends the first packet, which bears the version of the protocol where others have their number. */
    PendingReply handshake(int version) {
        return send(HANDSHAKE, new Packet(PacketType.INIT, 0).finish(version), false);
    }

    PendingReply send(Packet packet) {
        int number = lastNumber.incrementAndGet();
        return send(number, packet.finish(number), false);
    }

    /** Sends a packet with much data, as soon as those before it are on their way. */
    PendingReply sendData(Packet packet) throws IOException {
        watch.waitFor(dataPermits::tryAcquire);
        int number = lastNumber.incrementAndGet();
        return send(number, packet.finish(number), true);
    }

    private PendingReply send(int number, ByteBuffer bytes, boolean data) {
        PendingReply reply = new PendingReply(watch);
        pending.put(number, reply);
        outgoing.add(new Outgoing(bytes, data));
        ConnectionLostException lost = failure.get();
        if (lost != null) {
            reply.fail(lost);
        }
        return reply;
    }

    boolean isOpen() {
        return failure.get() == null;
    }

    /** All packets are made in arrays. */
    @SuppressWarnings("ByteBufferBackingArray")
    private void write() {
        try {
            OutputStream out = streams.out();
            while (isOpen()) {
                Outgoing next = outgoing.poll();
                if (next == null) {
                    out.flush();
                    next = outgoing.take();
                }
                out.write(next.bytes.array(), next.bytes.arrayOffset() + next.bytes.position(), next.bytes.remaining());
                watch.moved();
                if (next.data) {
                    dataPermits.release();
                }
            }
        } catch (IOException e) {
            lose("cannot send to the server", e);
        } catch (InterruptedException _) {
            // somebody has called fail
        }
    }

    private void read() {
        try {
            PacketReader packets = new PacketReader(streams.in(), watch);
            while (isOpen()) {
                deliver(packets.next());
            }
        } catch (EOFException _) {
            lose("the server has ended the connection", null);
        } catch (IOException e) {
            lose("cannot receive from the server", e);
        }
    }

    private void deliver(ByteBuffer packet) {
        int type = Byte.toUnsignedInt(packet.get());
        int number = type == PacketType.VERSION ? HANDSHAKE : packet.getInt();
        PendingReply waiting = pending.remove(number);
        if (waiting != null) {
            waiting.complete(new Reply(type, packet));
        }
    }

    private void lose(String what, @Nullable IOException cause) {
        String reason = cause == null ? "" : ": " + cause.getMessage();
        String words = streams.lastWords();
        fail(what + reason + (words.isEmpty() ? "" : "; its last words were: " + words), cause);
    }

    private void fail(String message, @Nullable IOException cause) {
        ConnectionLostException lost = new ConnectionLostException(message, cause);
        if (failure.compareAndSet(null, lost)) {
            streams.close();
            writer.interrupt();
            dataPermits.release(UNLIMITED);
            pending.values().forEach(reply -> reply.fail(lost));
        }
    }

    @Override
    public void close() {
        fail("the connection was closed", null);
    }
}
