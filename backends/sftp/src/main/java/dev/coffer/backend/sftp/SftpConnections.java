package dev.coffer.backend.sftp;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.sftp.protocol.SftpClient;
import dev.coffer.backend.sftp.protocol.SftpTransport;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The connections that requests share. One serves many requests at once. Another one is only worth its opening for large files,
 * since a server lets each have just so many bytes under way; so it is opened beside the requests, when every one there is has a
 * large file already. A lost connection is replaced by the next request that finds none.
 *
 * <p>For any number of threads.
 */
final class SftpConnections implements Closeable {

    /** A request, or several. */
    @FunctionalInterface
    interface Request<T> {
        T run(SftpClient client) throws IOException;
    }

    private static final int LARGE = 1 << 20;

    private record Connection(SftpClient client, AtomicInteger requests, AtomicInteger largeFiles) {

        Connection(SftpClient client) {
            this(client, new AtomicInteger(), new AtomicInteger());
        }
    }

    private final SftpTransport transport;
    private final Duration stallLimit;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final ReentrantLock opening = new ReentrantLock();
    private final AtomicBoolean growing = new AtomicBoolean();
    private final AtomicInteger most;
    private volatile boolean closed;

    /** @param most how many connections there may be */
    SftpConnections(SftpTransport transport, int most, Duration stallLimit) {
        this.transport = transport;
        this.stallLimit = stallLimit;
        this.most = new AtomicInteger(transport.multiplexed() ? most : 1);
    }

    <T> T use(Request<T> request) throws IOException {
        return use(0, request);
    }

    /** @param size how many bytes the request moves, as far as that is known */
    <T> T use(long size, Request<T> request) throws IOException {
        Connection connection = pick();
        int large = size < LARGE ? 0 : 1;
        connection.requests.incrementAndGet();
        if (connection.largeFiles.getAndAdd(large) > 0 && large > 0) {
            grow();
        }
        try {
            return request.run(connection.client);
        } finally {
            connection.requests.decrementAndGet();
            connection.largeFiles.addAndGet(-large);
        }
    }

    private Connection pick() throws IOException {
        Optional<Connection> idlest = idlest();
        if (idlest.isPresent()) {
            return idlest.get();
        }
        lock();
        try {
            Optional<Connection> opened = idlest();
            return opened.isPresent() ? opened.get() : open();
        } finally {
            opening.unlock();
        }
    }

    private Optional<Connection> idlest() {
        return connections.stream()
                .filter(connection -> connection.client.isOpen())
                .min(Comparator.comparingInt((Connection connection) -> connection.largeFiles.get())
                        .thenComparingInt(connection -> connection.requests.get()));
    }

    private void lock() throws InterruptedIOException {
        try {
            opening.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted while connecting");
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    /** To be called with the lock held. */
    private Connection open() throws IOException {
        connections.removeIf(connection -> !connection.client.isOpen());
        if (closed) {
            throw new BackendException.Rejected("the repository's connections were closed", null);
        }
        Connection connection = new Connection(SftpClient.open(transport.connect(), stallLimit));
        connections.add(connection);
        if (closed) {
            connection.client.close();
        }
        return connection;
    }

    /** Nobody waits for it: if the server does not want more connections, the ones there are have to do. */
    private void grow() {
        if (connections.size() < most.get() && growing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("sftp-connect").start(() -> {
                opening.lock();
                try {
                    open();
                } catch (IOException _) {
                    most.set(Math.max(1, connections.size()));
                } finally {
                    opening.unlock();
                    growing.set(false);
                }
            });
        }
    }

    @Override
    public void close() {
        closed = true;
        connections.forEach(connection -> connection.client.close());
        transport.close();
    }
}
