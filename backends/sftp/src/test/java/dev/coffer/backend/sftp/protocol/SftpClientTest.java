package dev.coffer.backend.sftp.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SftpClientTest {

    private static final FileHandle FILE = new FileHandle(new byte[] {1});
    private static final byte[] CONTENT = content();

    private static byte[] content() {
        byte[] content = new byte[100_000];
        new Random(1).nextBytes(content);
        return content;
    }

    @Test
    void what_the_server_can_do_decides_how_files_are_renamed() throws IOException {
        try (ScriptedServer plain = new ScriptedServer(List.of(), (_, _) -> null);
                ScriptedServer able = new ScriptedServer(List.of(Extension.POSIX_RENAME), (_, _) -> null)) {
            plain.client().rename("a", "b").get();
            able.client().rename("a", "b").get();

            assertThat(plain.requests()).containsExactly(PacketType.INIT, PacketType.RENAME);
            assertThat(able.requests()).containsExactly(PacketType.INIT, PacketType.EXTENDED);
        }
    }

    @Test
    void a_server_without_an_extension_is_not_asked_for_it() throws IOException {
        try (ScriptedServer server = new ScriptedServer(List.of(), (_, _) -> null);
                SftpClient client = server.client()) {
            assertThat(client.sync(FILE).get()).isEqualTo(Status.UNSUPPORTED);
            assertThat(client.space("/").get()).isEqualTo(Optional.empty());
            assertThat(server.requests()).containsExactly(PacketType.INIT);
        }
    }

    @Test
    void a_refusal_bears_the_servers_words() throws IOException {
        try (ScriptedServer server = refusing(3, "Keep out");
                SftpClient client = server.client()) {
            assertThatThrownBy(() -> client.remove("x").get())
                    .isInstanceOfSatisfying(
                            SftpException.class, e -> assertThat(e.status()).isEqualTo(Status.PERMISSION_DENIED))
                    .hasMessage("Keep out");
            assertThat(client.isOpen()).isTrue();
        }
    }

    @Test
    void a_status_that_nobody_knows_is_a_failure() throws IOException {
        try (ScriptedServer server = refusing(99, "");
                SftpClient client = server.client()) {
            assertThatThrownBy(() -> client.remove("x").get())
                    .isInstanceOfSatisfying(
                            SftpException.class, e -> assertThat(e.status()).isEqualTo(Status.FAILURE))
                    .hasMessage("failure");
        }
    }

    private static ScriptedServer refusing(int code, String message) {
        return new ScriptedServer(
                List.of(),
                (type, _) -> type == PacketType.REMOVE ? List.of(ScriptedServer.status(code, message)) : null);
    }

    @Test
    void a_file_is_read_in_parts_that_arrive_in_any_length() throws IOException {
        AtomicInteger reads = new AtomicInteger();
        try (ScriptedServer server = reading(length -> 1 + reads.incrementAndGet() * 997 % length);
                SftpClient client = server.client()) {
            byte[] buffer = new byte[90_000];
            client.readFully(FILE, 5_000, buffer, 10, 80_000);

            assertThat(Arrays.copyOfRange(buffer, 10, 80_010)).isEqualTo(Arrays.copyOfRange(CONTENT, 5_000, 85_000));
            assertThat(buffer[9]).isZero();
            assertThat(buffer[80_010]).isZero();
        }
    }

    @Test
    void many_parts_of_a_file_are_asked_for_before_the_first_has_arrived() throws IOException {
        Deque<Packet> held = new ArrayDeque<>();
        try (ScriptedServer server = new ScriptedServer(List.of(), (type, body) -> {
                    if (type != PacketType.READ) {
                        return null;
                    }
                    held.add(part(body, Integer.MAX_VALUE));
                    return List.of();
                });
                SftpClient client = server.client(Duration.ofMillis(200))) {
            assertThatThrownBy(() -> client.readFully(FILE, 0, new byte[100_000], 0, 100_000))
                    .isInstanceOf(ConnectionLostException.class);

            assertThat(held).hasSize(4);
        }
    }

    @Test
    void the_end_of_a_file_within_a_range_is_told() throws IOException {
        try (ScriptedServer server = reading(length -> length);
                SftpClient client = server.client()) {
            assertThatThrownBy(() -> client.readFully(FILE, 99_000, new byte[2_000], 0, 2_000))
                    .isInstanceOf(EOFException.class);
        }
    }

    private interface Shortening {
        int of(int length);
    }

    private static ScriptedServer reading(Shortening shortening) {
        return new ScriptedServer(
                List.of(),
                (type, body) -> type == PacketType.READ
                        ? List.of(part(body, shortening.of(body.getInt(body.limit() - 4))))
                        : null);
    }

    private static Packet part(ByteBuffer request, int most) {
        int position = (int) request.getLong(request.limit() - 12);
        int length = Math.min(most, request.getInt(request.limit() - 4));
        int end = Math.min(CONTENT.length, position + length);
        return position < end
                ? ScriptedServer.data(Arrays.copyOfRange(CONTENT, position, end))
                : ScriptedServer.status(1, "");
    }

    @Test
    void a_file_is_written_in_parts_of_the_size_that_the_server_wants() throws IOException {
        try (ScriptedServer server = new ScriptedServer(List.of(Extension.LIMITS), (type, _) -> limits(type));
                SftpClient client = server.client()) {
            Upload upload = client.upload(FILE);
            upload.send(new ByteArrayInputStream(CONTENT), CONTENT.length);
            upload.confirm();

            assertThat(server.count(PacketType.WRITE)).isEqualTo(3);
        }
    }

    private static List<Packet> limits(int type) {
        return type == PacketType.EXTENDED
                ? List.of(new Packet(PacketType.EXTENDED_REPLY)
                        .int64(60_000)
                        .int64(50_000)
                        .int64(40_000)
                        .int64(0))
                : null;
    }

    @Test
    void a_part_that_the_server_does_not_write_fails_the_upload() throws IOException {
        try (ScriptedServer server = ScriptedServer.fullDisk();
                SftpClient client = server.client()) {
            Upload upload = client.upload(FILE);

            assertThatThrownBy(() -> {
                        upload.send(new ByteArrayInputStream(CONTENT), CONTENT.length);
                        upload.confirm();
                    })
                    .isInstanceOf(SftpException.class);
        }
    }

    @Test
    void a_listing_goes_on_until_the_server_says_that_it_is_over() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer(
                        List.of(), (type, _) -> type == PacketType.READDIR ? List.of(names(asked)) : null);
                SftpClient client = server.client()) {
            assertThat(client.list("folder")).extracting(FolderEntry::name).containsExactly("a1", "b1", "a2", "b2");
        }
    }

    private static Packet names(AtomicInteger asked) {
        int turn = asked.incrementAndGet();
        if (turn > 2) {
            return ScriptedServer.status(1, "");
        }
        Packet packet = new Packet(PacketType.NAME).int32(2);
        for (String name : List.of("a" + turn, "b" + turn)) {
            packet.string(name).string("as ls would show it").int32(0);
        }
        return packet;
    }

    @Test
    void a_server_that_talks_nonsense_is_not_listened_to_any_more() throws IOException {
        try (ScriptedServer server = new ScriptedServer(
                        List.of(), (type, _) -> type == PacketType.REMOVE ? List.of(tooLarge()) : null);
                SftpClient client = server.client()) {
            assertThatThrownBy(() -> client.remove("x").get())
                    .isInstanceOf(ConnectionLostException.class)
                    .hasMessageContaining("does not speak SFTP")
                    .hasMessageContaining("that was all");
            assertThat(client.isOpen()).isFalse();
            assertThatThrownBy(() -> client.remove("y").get()).isInstanceOf(ConnectionLostException.class);
        }
    }

    private static Packet tooLarge() {
        return new Packet(PacketType.DATA).string(new byte[2 << 20]);
    }

    @Test
    void a_server_that_falls_silent_is_given_up() throws IOException {
        try (ScriptedServer server =
                        new ScriptedServer(List.of(), (type, _) -> type == PacketType.STAT ? List.of() : null);
                SftpClient client = server.client(Duration.ofMillis(50))) {
            assertThatThrownBy(() -> client.stat("x").get())
                    .isInstanceOf(ConnectionLostException.class)
                    .hasMessageContaining("no byte has moved for 0.05 seconds");
            assertThat(client.isOpen()).isFalse();
        }
    }

    @Test
    void a_server_that_does_not_greet_is_given_up() throws IOException {
        try (ScriptedServer server = new ScriptedServer(List.of(), (_, _) -> List.of())) {
            assertThatThrownBy(() -> server.client(Duration.ofMillis(50))).isInstanceOf(ConnectionLostException.class);
        }
    }

    @Test
    void an_interrupted_thread_stops_waiting_and_disturbs_nobody() throws IOException {
        try (ScriptedServer server = new ScriptedServer(List.of(), (_, _) -> null);
                SftpClient client = server.client()) {
            Answer<Status> answer = client.remove("x");
            Thread.currentThread().interrupt();

            assertThatThrownBy(answer::get).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(client.remove("y").get()).isEqualTo(Status.OK);
        }
    }
}
