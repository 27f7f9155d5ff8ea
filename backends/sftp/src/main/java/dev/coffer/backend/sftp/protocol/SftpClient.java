package dev.coffer.backend.sftp.protocol;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One conversation with an SFTP server. Methods with an {@link Answer} send their request and return at once, so nothing has
 * happened before the answer says so. For any number of threads, whose requests are under way together.
 */
public final class SftpClient implements Closeable {

    private static final int VERSION = 3;
    private static final int WRITE_HEADER = 2 * Integer.BYTES + Long.BYTES;
    private static final int OPEN_FOR_READING = 0x01;
    private static final int OPEN_NEW_FOR_WRITING = 0x02 | 0x08 | 0x20;

    private final PacketStream packets;
    private final Set<String> extensions;
    private final Limits limits;

    private SftpClient(PacketStream packets, Set<String> extensions, Limits limits) {
        this.packets = packets;
        this.extensions = extensions;
        this.limits = limits;
    }

    /**
     * Greets the server.
     *
     * @param streams are closed with the client, and also if the server does not answer
     * @param stallLimit how long bytes may stand still while somebody waits for an answer
     */
    public static SftpClient open(SftpStreams streams, Duration stallLimit) throws IOException {
        PacketStream packets = PacketStream.start(streams, stallLimit);
        try {
            Set<String> extensions = new Answer<>(packets.handshake(VERSION), SftpClient::extensions).get();
            return new SftpClient(packets, extensions, limits(packets, extensions));
        } catch (IOException | RuntimeException | Error e) {
            packets.close();
            throw e;
        }
    }

    private static Set<String> extensions(Reply reply) throws IOException {
        int version = reply.expect(PacketType.VERSION).int32();
        if (version != VERSION) {
            throw new IOException("the server speaks version " + version + " of SFTP, not " + VERSION);
        }
        Set<String> names = new HashSet<>();
        while (reply.hasMore()) {
            names.add(reply.text());
            reply.string();
        }
        return names;
    }

    private static Limits limits(PacketStream packets, Set<String> extensions) throws IOException {
        if (!extensions.contains(Extension.LIMITS)) {
            return Limits.SMALLEST;
        }
        PendingReply reply = packets.send(new Packet(PacketType.EXTENDED).string(Extension.LIMITS));
        return new Answer<>(reply, r -> Limits.read(r.expect(PacketType.EXTENDED_REPLY))).get();
    }

    public boolean isOpen() {
        return packets.isOpen();
    }

    /** Whether a file can be renamed over another one. */
    public boolean replacesAtomically() {
        return extensions.contains(Extension.POSIX_RENAME);
    }

    int largestRead() {
        return limits.read();
    }

    int largestWrite() {
        return limits.write();
    }

    public Answer<FileHandle> openForReading(String path) {
        return handle(
                new Packet(PacketType.OPEN).string(path).int32(OPEN_FOR_READING).int32(0));
    }

    /** Makes a file that is not there yet. */
    public Answer<FileHandle> create(String path, int permissions) {
        return handle(new Packet(PacketType.OPEN)
                .string(path)
                .int32(OPEN_NEW_FOR_WRITING)
                .permissions(permissions));
    }

    Answer<FileHandle> openFolder(String path) {
        return handle(new Packet(PacketType.OPENDIR).string(path));
    }

    /** Some more entries of a folder; after the last ones, the request fails with {@link Status#EOF}. */
    Answer<List<FolderEntry>> readFolder(FileHandle folder) {
        return new Answer<>(packets.send(new Packet(PacketType.READDIR).handle(folder)), SftpClient::entries);
    }

    private static List<FolderEntry> entries(Reply reply) throws IOException {
        int count = reply.expect(PacketType.NAME).int32();
        List<FolderEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = reply.text();
            reply.string();
            entries.add(new FolderEntry(name, reply.attributes()));
        }
        return entries;
    }

    /** Up to {@code length} bytes; at the end of the file, the request fails with {@link Status#EOF}. */
    Answer<ByteBuffer> read(FileHandle file, long position, int length) {
        Packet packet = new Packet(PacketType.READ).handle(file).int64(position).int32(length);
        return new Answer<>(
                packets.send(packet), reply -> reply.expect(PacketType.DATA).slice());
    }

    /**
     * Reads exactly {@code length} bytes that start at {@code position} into {@code buffer} from {@code offset} on, and waits
     * until they are there.
     *
     * @throws java.io.EOFException if the file ends before
     */
    public void readFully(FileHandle file, long position, byte[] buffer, int offset, int length) throws IOException {
        new Download(this, file).run(position, buffer, offset, length);
    }

    /** Reads a whole file, and waits until it is there. */
    public byte[] readAll(FileHandle file) throws IOException {
        return new Download(this, file).whole();
    }

    /** Starts to write a new file. */
    public Upload upload(FileHandle file) {
        return new Upload(this, file);
    }

    /** Sends the next {@code length} bytes of a stream, once not too much else is waiting to be sent. */
    Answer<Status> write(FileHandle file, long position, InputStream content, int length) throws IOException {
        Packet packet = new Packet(PacketType.WRITE, length + WRITE_HEADER + file.bytes().length)
                .handle(file)
                .int64(position);
        if (packet.string(content, length) < length) {
            throw new EOFException("the content has fewer bytes than announced");
        }
        return new Answer<>(packets.sendData(packet), SftpClient::ok);
    }

    /** All entries of a folder, itself and its parent among them; waits until they are there. */
    public List<FolderEntry> list(String path) throws IOException {
        return new FolderReader(this).run(path);
    }

    public Answer<Attributes> stat(String path) {
        return attributes(new Packet(PacketType.STAT).string(path));
    }

    public Answer<Attributes> stat(FileHandle file) {
        return attributes(new Packet(PacketType.FSTAT).handle(file));
    }

    public Answer<Status> setPermissions(String path, int permissions) {
        return done(new Packet(PacketType.SETSTAT).string(path).permissions(permissions));
    }

    public Answer<Status> setPermissions(FileHandle file, int permissions) {
        return done(new Packet(PacketType.FSETSTAT).handle(file).permissions(permissions));
    }

    public Answer<Status> makeFolder(String path, int permissions) {
        return done(new Packet(PacketType.MKDIR).string(path).permissions(permissions));
    }

    public Answer<Status> remove(String path) {
        return done(new Packet(PacketType.REMOVE).string(path));
    }

    /** Renames a file; replaces another one if the server {@linkplain #replacesAtomically() can}. */
    public Answer<Status> rename(String from, String to) {
        Packet packet = replacesAtomically()
                ? new Packet(PacketType.EXTENDED).string(Extension.POSIX_RENAME)
                : new Packet(PacketType.RENAME);
        return done(packet.string(from).string(to));
    }

    /** Makes what was written durable, if the server knows how to. */
    public Answer<Status> sync(FileHandle file) {
        return extensions.contains(Extension.FSYNC)
                ? done(new Packet(PacketType.EXTENDED).string(Extension.FSYNC).handle(file))
                : Answer.of(Status.UNSUPPORTED);
    }

    /** What is left on the file system that holds a file or folder, if the server tells. */
    public Answer<Optional<FileSystemSpace>> space(String path) {
        if (!extensions.contains(Extension.SPACE)) {
            return Answer.of(Optional.empty());
        }
        Packet packet = new Packet(PacketType.EXTENDED).string(Extension.SPACE).string(path);
        return new Answer<>(
                packets.send(packet),
                reply -> Optional.of(FileSystemSpace.read(reply.expect(PacketType.EXTENDED_REPLY))));
    }

    public Answer<Status> close(FileHandle handle) {
        return done(new Packet(PacketType.CLOSE).handle(handle));
    }

    private Answer<FileHandle> handle(Packet packet) {
        return new Answer<>(
                packets.send(packet),
                reply -> new FileHandle(reply.expect(PacketType.HANDLE).string()));
    }

    private Answer<Attributes> attributes(Packet packet) {
        return new Answer<>(
                packets.send(packet), reply -> reply.expect(PacketType.ATTRS).attributes());
    }

    private Answer<Status> done(Packet packet) {
        return new Answer<>(packets.send(packet), SftpClient::ok);
    }

    private static Status ok(Reply reply) throws IOException {
        reply.expect(PacketType.STATUS);
        return Status.OK;
    }

    @Override
    public void close() {
        packets.close();
    }
}
