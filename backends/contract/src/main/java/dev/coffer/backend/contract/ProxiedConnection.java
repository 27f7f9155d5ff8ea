package dev.coffer.backend.contract;

import dev.coffer.backend.contract.NetworkFault.Answer;
import dev.coffer.backend.contract.NetworkFault.Cut;
import dev.coffer.backend.contract.NetworkFault.Delay;
import dev.coffer.backend.contract.NetworkFault.Direction;
import dev.coffer.backend.contract.NetworkFault.End;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** One connection to a {@link FaultProxy}, and the one request that it carries. */
final class ProxiedConnection implements Closeable {

    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final Cut NO_REQUEST_CUT = new Cut(Direction.REQUEST, Long.MAX_VALUE, End.CLOSE);
    private static final Cut NO_REPLY_CUT = new Cut(Direction.REPLY, Long.MAX_VALUE, End.CLOSE);

    private final Socket client;
    private final Socket server = new Socket();
    private final InetSocketAddress address;
    private final boolean http;
    private final Function<String, NetworkFault> fate;
    private final CountDownLatch over = new CountDownLatch(1);

    /** @param fate what is to happen to a request with this head */
    ProxiedConnection(Socket client, InetSocketAddress address, boolean http, Function<String, NetworkFault> fate) {
        this.client = client;
        this.address = address;
        this.http = http;
        this.fate = fate;
    }

    void run() {
        try {
            String head = http ? readHead(client.getInputStream()) : "";
            if (!http || head.endsWith(END_OF_HEAD)) {
                meet(fate.apply(head), head);
            }
        } catch (IOException | InterruptedException _) {
            // one of the two has given up; the other will notice
        } finally {
            close();
        }
    }

    private void meet(NetworkFault fault, String head) throws IOException, InterruptedException {
        switch (fault) {
            case Delay delay -> {
                Thread.sleep(delay.duration());
                relay(head, NO_REQUEST_CUT, NO_REPLY_CUT);
            }
            case Answer answer -> answer(answer, head);
            case Cut cut when cut.direction() == Direction.REQUEST -> relay(head, cut, NO_REPLY_CUT);
            case Cut cut -> relay(head, NO_REQUEST_CUT, cut);
        }
    }

    private void relay(String head, Cut request, Cut reply) throws IOException, InterruptedException {
        server.connect(address);
        server.setTcpNoDelay(true);
        OutputStream toServer = server.getOutputStream();
        if (http) {
            write(toServer, new ProxiedRequest(0, head).headOfLastRequest());
        }
        Thread.ofVirtual().start(() -> copyRequest(toServer, request));
        copyReply(reply);
    }

    private void copyRequest(OutputStream toServer, Cut cut) {
        try {
            if (copy(client.getInputStream(), toServer, cut.afterBytes())) {
                end(cut.end());
            } else {
                server.shutdownOutput();
            }
        } catch (IOException | InterruptedException _) {
            close();
        }
    }

    private void copyReply(Cut cut) throws IOException, InterruptedException {
        InputStream fromServer = server.getInputStream();
        OutputStream toClient = client.getOutputStream();
        String head = "HTTP/1.1 100";
        while (http && head.startsWith("HTTP/1.1 1")) {
            head = readHead(fromServer);
            write(toClient, head);
        }
        if (copy(fromServer, toClient, cut.afterBytes())) {
            end(cut.end());
        }
    }

    /** Whether the limit was reached before the end. */
    private static boolean copy(InputStream in, OutputStream out, long limit) throws IOException {
        byte[] buffer = new byte[16384];
        long left = limit;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (count < 0) {
                return false;
            }
            out.write(buffer, 0, count);
            left -= count;
        }
        return true;
    }

    private void end(End end) throws IOException, InterruptedException {
        switch (end) {
            case CLOSE -> {}
            case RESET -> client.setSoLinger(true, 0);
            case STALL -> over.await();
        }
        close();
    }

    /** Takes the request's body first, unless the client waits for a word before it sends that. */
    private void answer(Answer answer, String head) throws IOException {
        ProxiedRequest request = new ProxiedRequest(0, head);
        String length = request.header("Content-Length");
        if (!length.isEmpty() && request.header("Expect").isEmpty()) {
            copy(client.getInputStream(), OutputStream.nullOutputStream(), Long.parseLong(length));
        }
        StringBuilder reply = new StringBuilder("HTTP/1.1 " + answer.status() + " Fault\r\nConnection: close\r\n");
        answer.headers().forEach((name, value) -> reply.append(name + ": " + value + "\r\n"));
        reply.append("Content-Length: " + answer.body().length() + END_OF_HEAD);
        write(client.getOutputStream(), reply + (request.method().equals("HEAD") ? "" : answer.body()));
    }

    /** Byte by byte, so that nothing of the body is taken. */
    private static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < END_OF_HEAD.length()) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
            matched = next == END_OF_HEAD.charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Ends both sides. Idempotent. */
    @Override
    public void close() {
        over.countDown();
        closeQuietly(client);
        closeQuietly(server);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // it is of no more use
        }
    }
}
