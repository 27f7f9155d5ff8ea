package dev.coffer.engine.dump;

import static dev.coffer.engine.walk.TreeFixture.dir;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.walk.TreeTestCase;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest extends TreeTestCase {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private byte[] dump(ObjectId root, String path, ArchiveFormat format) throws IOException {
        new Dumper(fixture.repository()).dump(root, path, format, out);
        return out.toByteArray();
    }

    @Test
    void a_file_is_written_as_it_is() throws IOException {
        ObjectId root = fixture.tree(fixture.file("a", "first ".getBytes(UTF_8), "second".getBytes(UTF_8)));
        assertThat(new String(dump(root, "a", ArchiveFormat.TAR), UTF_8)).isEqualTo("first second");
    }

    @Test
    void a_missing_path_is_refused() throws IOException {
        ObjectId root = fixture.tree();
        assertThatThrownBy(() -> dump(root, "/a", ArchiveFormat.TAR))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("/a");
    }

    @Test
    void a_pipe_is_refused() throws IOException {
        ObjectId root = fixture.tree(Node.builder("p", NodeType.FIFO).build());
        assertThatThrownBy(() -> dump(root, "/p", ArchiveFormat.TAR))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("fifo");
    }

    @Test
    void a_name_that_leads_elsewhere_is_not_written() throws IOException {
        ObjectId root = fixture.tree(fixture.file("../evil", "x"));
        assertThatThrownBy(() -> dump(root, "/", ArchiveFormat.TAR)).isInstanceOf(CorruptData.class);
    }

    @Test
    void a_file_of_another_size_than_recorded_spoils_the_archive() throws IOException {
        Node file = fixture.file("a", "xy").toBuilder().size(3).build();
        ObjectId root = fixture.tree(file);
        assertThatThrownBy(() -> dump(root, "/", ArchiveFormat.TAR)).hasMessageContaining("of a has 2 bytes");
        assertThatThrownBy(() -> dump(root, "/", ArchiveFormat.ZIP)).hasMessageContaining("of a has 2 bytes");
    }

    @Test
    void zip_keeps_names_contents_and_modes() throws IOException {
        ObjectId sub =
                fixture.tree(fixture.file("ü", "text").toBuilder().mode(0640).build());
        byte[] zip = dump(fixture.tree(dir("d", sub)), "/", ArchiveFormat.ZIP);
        URI file =
                URI.create("jar:" + Files.write(directory.resolve("a.zip"), zip).toUri());
        try (FileSystem files = FileSystems.newFileSystem(file, Map.of("enablePosixFileAttributes", true))) {
            assertThat(files.getPath("/d")).isDirectory();
            assertThat(files.getPath("/d/ü")).hasContent("text");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.getPath("/d/ü"))))
                    .isEqualTo("rw-r-----");
        }
    }

    @Test
    void zip_can_be_read_front_to_back() throws IOException {
        ObjectId root = fixture.tree(fixture.file("a", "x".repeat(100_000)), fixture.file("b", "y"));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(dump(root, "/", ArchiveFormat.ZIP)))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("a");
            assertThat(zip.readAllBytes()).hasSize(100_000);
            assertThat(zip.getNextEntry().getName()).isEqualTo("b");
            assertThat(zip.readAllBytes()).containsExactly('y');
            assertThat(zip.getNextEntry()).isNull();
        }
    }

    @Test
    void zip_takes_more_entries_than_16_bits_can_count() throws IOException {
        Path file = directory.resolve("many.zip");
        Node folder = Node.builder("x", NodeType.DIR).build();
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
            ZipWriter zip = new ZipWriter(stream);
            for (int i = 0; i < 70_000; i++) {
                zip.add(Integer.toString(i), folder, _ -> {});
            }
            zip.finish();
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(70_000);
        }
    }
}
