package dev.coffer.engine.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.fs.FileStat.Kind;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.host.LocalClock;
import dev.coffer.engine.source.SourceEntry.Target;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NodeReaderTest {

    private static final Instant SUMMER = Instant.parse("2024-07-01T10:00:00.123456789Z");
    private static final Instant WINTER = Instant.parse("2023-01-01T10:00:00Z");

    @TempDir
    Path temp;

    private final LocalFiles files = LocalFiles.host();
    private SourceFolder source;

    @BeforeEach
    void makeFolder() {
        source = new SourceFolder(temp);
    }

    private Node read(String name, AccessTimes accessTimes) throws IOException {
        return read(name, accessTimes, files.stat(source.path(name)));
    }

    private Node read(String name, AccessTimes accessTimes, FileStat stat) throws IOException {
        NodeReader reader = new NodeReader(
                files,
                new LocalClock(TimeZone.getTimeZone("Europe/Berlin")),
                accessTimes,
                (path, cause) -> source.problems.add(path));
        return reader.read(new Target(name, source.path(name)), stat);
    }

    @Test
    void a_file_has_all_that_the_system_tells() throws IOException {
        source.with("file");
        files.setPermissions(source.path("file"), 0644);
        files.createLink(source.path("link"), source.path("file"));
        files.setExtendedAttribute(source.path("file"), "user.a", "b".getBytes(UTF_8));
        FileStat stat = files.stat(source.path("file"));
        Node node = read("file", AccessTimes.RECORDED);
        assertThat(node.type()).isEqualTo(NodeType.FILE);
        assertThat(node.mode()).isEqualTo(420);
        assertThat(node.size()).isEqualTo(4);
        assertThat(node.links()).isEqualTo(2);
        assertThat(node.inode()).isEqualTo(stat.inode());
        assertThat(node.deviceId()).isEqualTo(stat.device());
        assertThat(node.uid()).isEqualTo(stat.uid());
        assertThat(node.user()).isEqualTo(files.owners().userName(stat.uid()));
        assertThat(node.group()).isEqualTo(files.owners().groupName(stat.gid()));
        assertThat(node.extendedAttributes()).extracting("name").containsExactly("user.a");
        assertThat(node.content()).isNull();
        assertThat(node.subtree()).isNull();
    }

    @Test
    void times_are_in_the_zone_as_it_was_then() throws IOException {
        source.with("file");
        files.setTimes(source.path("file"), WINTER, SUMMER);
        Node node = read("file", AccessTimes.RECORDED);
        assertThat(node.mtime()).isEqualTo(OffsetDateTime.parse("2024-07-01T12:00:00.123456789+02:00"));
        assertThat(node.atime()).isEqualTo(OffsetDateTime.parse("2023-01-01T11:00:00+01:00"));
        assertThat(node.ctime().toInstant())
                .isEqualTo(files.stat(source.path("file")).ctime())
                .isAfter(SUMMER);
    }

    @Test
    void access_times_can_be_ignored() throws IOException {
        source.with("file");
        files.setTimes(source.path("file"), WINTER, SUMMER);
        Node node = read("file", AccessTimes.SAME_AS_CHANGE);
        assertThat(node.atime()).isEqualTo(node.mtime());
    }

    @Test
    void a_folder_has_neither_links_nor_size() throws IOException {
        source.with("folder/file");
        files.setPermissions(source.path("folder"), 0755);
        Node node = read("folder", AccessTimes.RECORDED);
        assertThat(node.type()).isEqualTo(NodeType.DIR);
        assertThat(Integer.toUnsignedLong(node.mode())).isEqualTo(2147484141L);
        assertThat(node.links()).isZero();
        assertThat(node.size()).isZero();
    }

    @Test
    void a_link_has_a_target_and_no_size() throws IOException {
        files.createSymlink(source.path("link"), "to\uDCFF/there");
        Node node = read("link", AccessTimes.RECORDED);
        assertThat(node.type()).isEqualTo(NodeType.SYMLINK);
        assertThat(node.linkTarget()).isEqualTo("to\uDCFF/there");
        assertThat(node.mode()).isEqualTo(134218239);
        assertThat(node.links()).isEqualTo(1);
        assertThat(node.size()).isZero();
    }

    @Test
    void a_pipe_has_no_links() throws IOException {
        files.createFifo(source.path("pipe"));
        Node node = read("pipe", AccessTimes.RECORDED);
        assertThat(node.type()).isEqualTo(NodeType.FIFO);
        assertThat(node.links()).isZero();
    }

    @Test
    void a_device_has_its_number() throws IOException {
        NodeReader reader = new NodeReader(
                files, new LocalClock(TimeZone.getTimeZone("UTC")), AccessTimes.RECORDED, (path, cause) -> {});
        FileStat stat = files.stat("/dev/null");
        Node node = reader.read(new Target("null", "/dev/null"), stat);
        assertThat(node.type()).isEqualTo(NodeType.CHARDEV);
        assertThat(node.device()).isEqualTo(0x103);
        assertThat(node.links()).isEqualTo(stat.links());
        assertThat(node.size()).isZero();
    }

    /** Values that restic writes. */
    @ParameterizedTest
    @CsvSource({
        "FILE,0644,420", "DIRECTORY,0755,2147484141", "BLOCK_DEVICE,0644,67109284", "CHAR_DEVICE,0644,69206436",
        "FIFO,0644,33554852", "FILE,04711,8389065", "DIRECTORY,02755,2151678445", "DIRECTORY,01777,2148532735"
    })
    void modes_are_those_of_go(Kind kind, String permissions, long mode) throws IOException {
        source.with("file");
        FileStat real = files.stat(source.path("file"));
        FileStat stat = new FileStat(
                kind,
                Integer.parseInt(permissions, 8),
                0,
                0,
                1,
                1,
                1,
                0,
                0,
                0,
                real.mtime(),
                real.atime(),
                real.ctime());
        Node node = read("file", AccessTimes.RECORDED, stat);
        assertThat(Integer.toUnsignedLong(node.mode())).isEqualTo(mode);
    }
}
