package dev.coffer.backend.sftp.protocol;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A server that answers as a test says. By default it greets with the extensions it was given, and grants everything that is
 * answered by a mere status or handle.
 */
public final class ScriptedServer implements SftpTransport {

    /** What the server makes of a request. */
    @FunctionalInterface
    interface Script {
        /** @return packets to send, each ready but for its number; none for no answer; null for the usual one */
        @Nullable
        List<Packet> answer(int type, ByteBuffer body);
    }

    private final List<String> extensions;
    private final Script script;
    private final List<Integer> requests = new CopyOnWriteArrayList<>();
    private final List<SftpStreams> opened = new CopyOnWriteArrayList<>();

    ScriptedServer(List<String> extensions, Script script) {
        this.extensions = extensions;
        this.script = script;
    }

    /** A server that reports a full disk in the way of most: writing fails, and little is left. */
    public static ScriptedServer fullDisk() {
        return new ScriptedServer(List.of(Extension.SPACE, Extension.POSIX_RENAME), (type, _) -> switch (type) {
            case PacketType.WRITE -> List.of(status(4, "Failure"));
            case PacketType.EXTENDED -> List.of(space(4096, 10, 100, 5));
            case PacketType.STAT -> List.of(folder());
            default -> null;
        });
    }

    static Packet status(int code, String message) {
        return new Packet(PacketType.STATUS).int32(code).string(message).string("");
    }

    static Packet folder() {
        return new Packet(PacketType.ATTRS).int32(Attributes.PERMISSIONS).int32(0040700);
    }

    static Packet data(byte[] bytes) {
        return new Packet(PacketType.DATA).string(bytes);
    }

    static Packet space(long blockSize, long free, long files, long freeFiles) {
        Packet packet = new Packet(PacketType.EXTENDED_REPLY);
        for (long value : new long[] {blockSize, blockSize, 1000, free, free, files, freeFiles, freeFiles, 7, 0, 255}) {
            packet.int64(value);
        }
        return packet;
    }

    /** The types of the requests so far. */
    List<Integer> requests() {
        return requests;
    }

    /** How many requests of a type there were. */
    long count(int type) {
        return requests.stream().filter(request -> request == type).count();
    }

    /** How many files were to be removed. */
    public long removals() {
        return count(PacketType.REMOVE);
    }

    SftpClient client() throws IOException {
        return client(Duration.ofMinutes(1));
    }

    SftpClient client(Duration stallLimit) throws IOException {
        return SftpClient.open(connect(), stallLimit);
    }

    @Override
    public SftpStreams connect() throws IOException {
        Pipe requestPipe = Pipe.open();
        Pipe replyPipe = Pipe.open();
        PipeStreams streams = new PipeStreams(replyPipe, requestPipe);
        opened.add(streams);
        Thread.ofPlatform()
                .daemon()
                .start(() -> serve(
                        Channels.newInputStream(requestPipe.source()), Channels.newOutputStream(replyPipe.sink())));
        return streams;
    }

    private void serve(InputStream in, OutputStream out) {
        PacketReader reader = new PacketReader(in, new StallWatch(Duration.ofMinutes(1), () -> {}));
        try (in;
                out) {
            while (true) {
                ByteBuffer request = reader.next();
                int type = Byte.toUnsignedInt(request.get());
                int number = request.getInt();
                requests.add(type);
                for (Packet packet : answers(type, request)) {
                    ByteBuffer bytes = packet.finish(type == PacketType.INIT ? 3 : number);
                    out.write(bytes.array(), 0, bytes.limit());
                }
            }
        } catch (EOFException _) {
            // the client has closed the connection
        } catch (IOException _) {
            // so has it here, while an answer was written
        }
    }

    private List<Packet> answers(int type, ByteBuffer request) {
        List<Packet> scripted = script.answer(type, request);
        if (scripted != null) {
            return scripted;
        }
        return switch (type) {
            case PacketType.INIT -> List.of(version());
            case PacketType.OPEN, PacketType.OPENDIR -> List.of(new Packet(PacketType.HANDLE).string("handle"));
            default -> List.of(status(0, ""));
        };
    }

    private Packet version() {
        Packet packet = new Packet(PacketType.VERSION);
        extensions.forEach(extension -> packet.string(extension).string("1"));
        return packet;
    }

    @Override
    public boolean multiplexed() {
        return true;
    }

    @Override
    public void close() {
        opened.forEach(SftpStreams::close);
    }

    private record PipeStreams(Pipe replies, Pipe requests) implements SftpStreams {

        @Override
        public InputStream in() {
            return Channels.newInputStream(replies.source());
        }

        @Override
        public OutputStream out() {
            return Channels.newOutputStream(requests.sink());
        }

        @Override
        public String lastWords() {
            return "that was all";
        }

        @Override
        public void close() {
            try {
                replies.source().close();
                requests.sink().close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
