package dev.coffer.backend.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * A connection to a server that listens on a socket in the file system, for libraries that want a {@link Socket}: the JDK has
 * channels for those only. It connects to that file, whatever address it is told. It knows no time-outs, and no options.
 * Interrupting a thread that waits closes it.
 */
final class UnixSocket extends Socket {

    private final Path file;
    private final SocketChannel channel;

    UnixSocket(Path file, SocketChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    @Override
    public void connect(SocketAddress ignored, int timeout) throws IOException {
        channel.connect(UnixDomainSocketAddress.of(file));
    }

    @Override
    public boolean isConnected() {
        return channel.isConnected();
    }

    @Override
    public InputStream getInputStream() {
        return Channels.newInputStream(channel);
    }

    @Override
    public OutputStream getOutputStream() {
        return Channels.newOutputStream(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public int getSoTimeout() {
        return 0;
    }

    @Override
    public void setSoTimeout(int timeout) {}

    @Override
    public void setSoLinger(boolean on, int linger) {}

    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public void setKeepAlive(boolean on) {}

    @Override
    public void setReuseAddress(boolean on) {}
}
