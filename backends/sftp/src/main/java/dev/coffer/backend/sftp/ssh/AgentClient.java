package dev.coffer.backend.sftp.ssh;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.sshd.agent.common.AbstractAgentProxy;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** Talks to an agent over a Unix domain socket. */
final class AgentClient extends AbstractAgentProxy {

    private static final int LARGEST_ANSWER = 1 << 20;

    private final SocketChannel socket;
    private final DataInputStream in;
    private final List<Map.Entry<PublicKey, String>> identities = new ArrayList<>();

    private AgentClient(SocketChannel socket) {
        super(null);
        this.socket = socket;
        this.in = new DataInputStream(Channels.newInputStream(socket));
    }

    /**
     * Connects, and asks the agent for its keys.
     *
     * @param wanted which of them to use
     */
    static AgentClient connect(Path path, Predicate<PublicKey> wanted) throws IOException {
        SocketChannel socket = SocketChannel.open(UnixDomainSocketAddress.of(path));
        AgentClient client = new AgentClient(socket);
        try {
            client.readIdentities(wanted);
            return client;
        } catch (IOException | RuntimeException | Error e) {
            socket.close();
            throw e;
        }
    }

    private void readIdentities(Predicate<PublicKey> wanted) throws IOException {
        for (Map.Entry<PublicKey, String> identity : super.getIdentities()) {
            if (wanted.test(identity.getKey())) {
                identities.add(identity);
            }
        }
    }

    @Override
    public List<Map.Entry<PublicKey, String>> getIdentities() {
        return List.copyOf(identities);
    }

    @Override
    protected synchronized Buffer request(Buffer request) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(request.array(), request.rpos(), request.available());
        while (bytes.hasRemaining()) {
            socket.write(bytes);
        }
        int length = in.readInt();
        if (length < 1 || length > LARGEST_ANSWER) {
            throw new IOException("an answer of " + length + " bytes makes no sense");
        }
        byte[] answer = new byte[length];
        in.readFully(answer);
        return new ByteArrayBuffer(answer);
    }

    @Override
    public boolean isOpen() {
        return socket.isOpen();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
