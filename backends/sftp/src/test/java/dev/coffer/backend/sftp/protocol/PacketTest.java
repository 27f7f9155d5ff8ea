package dev.coffer.backend.sftp.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketTest {

    @Test
    void a_packet_starts_with_its_length_type_and_number() {
        Packet packet = new Packet(PacketType.MKDIR).string("a/b").permissions(0700);

        assertThat(hex(packet.finish(7)))
                .isEqualTo(
                        "00000014" // length of what follows
                                + "0e" // make a folder
                                + "00000007" // number of the request
                                + "00000003" + "612f62" // path
                                + "00000004" + "000001c0"); // permissions alone, as flags say
    }

    @Test
    void the_first_packet_has_the_version_instead_of_a_number() {
        assertThat(hex(new Packet(PacketType.INIT, 0).finish(3))).isEqualTo("00000005" + "01" + "00000003");
    }

    @Test
    void data_is_taken_from_a_stream() throws IOException {
        Packet packet = new Packet(PacketType.WRITE)
                .handle(new FileHandle(new byte[] {9}))
                .int64(1L << 32);

        int count = packet.string(new ByteArrayInputStream(new byte[] {1, 2, 3}), 2);

        assertThat(count).isEqualTo(2);
        assertThat(hex(packet.finish(1)))
                .isEqualTo("00000018" + "06" + "00000001" // a write
                        + "00000001" + "09" // handle
                        + "0000000100000000" // position
                        + "00000002" + "0102");
    }

    @Test
    void a_packet_grows_beyond_its_capacity() {
        Packet packet = new Packet(PacketType.REMOVE, 1).string("x".repeat(1000));

        assertThat(packet.finish(1).limit()).isEqualTo(4 + 1 + 4 + 4 + 1000);
    }

    @Test
    void attributes_are_read_whatever_else_comes_with_them() {
        ByteBuffer all = ByteBuffer.wrap(HexFormat.of()
                .parseHex(
                        "8000000f" // all that there may be
                                + "0000000000000102" // size
                                + "00000001" + "00000002" // owner and group
                                + "000081a4" // a file with mode 0644
                                + "00000003" + "00000004" // times
                                + "00000001" + "00000001" + "61" + "00000002" + "6262" // an extension and its value
                                + "ff"));

        assertThat(Attributes.read(all)).isEqualTo(new Attributes(OptionalLong.of(258), OptionalInt.of(0100644)));
        assertThat(all.remaining()).isEqualTo(1);
    }

    @Test
    void what_a_server_does_not_say_is_not_made_up() {
        Attributes nothing = Attributes.read(ByteBuffer.wrap(new byte[4]));

        assertThat(nothing.size()).isEmpty();
        assertThat(nothing.mayBeFile()).isTrue();
        assertThat(nothing.mayBeFolder()).isTrue();
        assertThatThrownBy(nothing::sizeOrFail).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000004" + "65000000", "7fffffff" + "65", "53534820"})
    void lengths_that_make_no_sense_are_refused(String bytes) {
        assertThatThrownBy(() -> reader(HexFormat.of().parseHex(bytes)).next())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not speak SFTP");
    }

    @Test
    void a_packet_that_breaks_off_is_the_end() {
        byte[] packet = Arrays.copyOf(HexFormat.of().parseHex("00000009" + "65" + "00000001"), 10);

        assertThatThrownBy(() -> reader(packet).next()).isInstanceOf(EOFException.class);
    }

    @Test
    void a_file_system_without_a_limit_of_files_is_not_out_of_them() {
        assertThat(space(0, 0).outOfFiles()).isFalse();
        assertThat(space(100, 0).outOfFiles()).isTrue();
        assertThat(space(100, 1)).isEqualTo(new FileSystemSpace(4096 * 10, false, false));
    }

    private static FileSystemSpace space(long files, long freeFiles) {
        ByteBuffer packet = ScriptedServer.space(4096, 10, files, freeFiles).finish(1);
        return FileSystemSpace.read(
                new Reply(PacketType.EXTENDED_REPLY, packet.position(9).slice()));
    }

    private static PacketReader reader(byte[] bytes) {
        return new PacketReader(new ByteArrayInputStream(bytes), new StallWatch(Duration.ofMinutes(1), () -> {}));
    }

    private static String hex(ByteBuffer bytes) {
        return HexFormat.of().formatHex(bytes.array(), 0, bytes.limit());
    }
}
