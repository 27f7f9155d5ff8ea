package dev.coffer.engine.fs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.fs.FileStat.Kind;
import dev.coffer.engine.fs.LocalFiles.OpenFile;
import dev.coffer.engine.text.NativeString;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LinuxFilesTest extends LocalFilesContract {

    private final LocalFiles files = new LinuxFiles();

    @Override
    LocalFiles files() {
        return files;
    }

    @Test
    void names_and_targets_may_be_any_bytes() throws IOException {
        String name = NativeString.decode(new byte[] {'a', (byte) 0xFF, '\n', (byte) 0xC3, (byte) 0x28});
        files.createSymlink(path(name), name);
        assertThat(files.list(folder.toString())).containsExactly(name);
        assertThat(files.readLink(path(name))).isEqualTo(name);
        assertThat(files.stat(path(name)).kind()).isEqualTo(Kind.SYMLINK);
        files.remove(path(name));
    }

    @Test
    void names_outside_the_basic_plane_are_kept() throws IOException {
        files.create(path("ü€𝄞")).close();
        assertThat(files.list(folder.toString())).containsExactly("ü€𝄞");
    }

    @Test
    void the_longest_name_and_target_are_kept() throws IOException {
        String name = "n".repeat(255);
        String target = "t".repeat(4000);
        files.createSymlink(path(name), target);
        assertThat(files.list(folder.toString())).containsExactly(name);
        assertThat(files.readLink(path(name))).isEqualTo(target);
    }

    @Test
    void a_path_too_long_for_the_kernel_is_refused_in_its_words() {
        assertThatThrownBy(() -> files.stat(path("x/".repeat(3000))))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("File name too long");
    }

    @Test
    void messages_name_what_was_attempted_and_why_it_failed() {
        assertThatThrownBy(() -> files.readLink(path("\uDCFFmissing")))
                .hasMessageContaining("\uFFFDmissing")
                .hasMessageContaining("cannot read the symbolic link")
                .hasMessageContaining("No such file or directory");
    }

    @Test
    void times_have_nanoseconds_also_before_the_epoch() throws IOException {
        files.create(path("file")).close();
        Instant time = Instant.ofEpochSecond(-12345, 987_654_321);
        files.setTimes(path("file"), time.plusNanos(1), time);
        assertThat(files.stat(path("file")).mtime()).isEqualTo(time);
        assertThat(files.stat(path("file")).atime()).isEqualTo(time.plusNanos(1));
    }

    @Test
    void times_of_a_link_are_its_own() throws IOException {
        files.create(path("file")).close();
        Instant before = files.stat(path("file")).mtime();
        files.createSymlink(path("link"), "file");
        files.setTimes(path("link"), Instant.EPOCH, Instant.EPOCH);
        assertThat(files.stat(path("link")).mtime()).isEqualTo(Instant.EPOCH);
        assertThat(files.stat(path("file")).mtime()).isEqualTo(before);
    }

    @Test
    void a_pipe_is_made_by_anyone() throws IOException {
        files.createFifo(path("pipe"));
        assertThat(files.stat(path("pipe")).kind()).isEqualTo(Kind.FIFO);
        assertThat(files.stat(path("pipe")).permissions()).isEqualTo(0600);
    }

    @Test
    @Timeout(20)
    void a_pipe_in_the_place_of_a_file_is_refused_without_waiting() throws IOException {
        files.createFifo(path("pipe"));
        assertThatThrownBy(() -> files.openForReading(path("pipe"))).hasMessageContaining("no regular file");
        assertThatThrownBy(() -> files.openForWriting(path("pipe"))).hasMessageContaining("no regular file");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"BLOCK_DEVICE", "CHAR_DEVICE"})
    void only_the_superuser_makes_device_nodes(Kind kind) throws IOException {
        long number = 0x12345_0AB67L & 0xFFFF_FFFFL;
        if (files.privileged()) {
            files.createDevice(path("node"), kind, number);
            assertThat(files.stat(path("node")).kind()).isEqualTo(kind);
            assertThat(files.stat(path("node")).rdev()).isEqualTo(number);
        } else {
            assertThatThrownBy(() -> files.createDevice(path("node"), kind, number))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void the_null_device_has_its_number() throws IOException {
        FileStat stat = files.stat("/dev/null");
        assertThat(stat.kind()).isEqualTo(Kind.CHAR_DEVICE);
        assertThat(stat.rdev()).isEqualTo(0x103);
    }

    @Test
    void attributes_larger_than_the_first_try_are_read() throws IOException {
        files.create(path("file")).close();
        byte[] large = new byte[2048];
        for (int i = 0; i < 6; i++) {
            files.setExtendedAttribute(path("file"), "user." + "n".repeat(200) + i, new byte[] {1});
        }
        files.setExtendedAttribute(path("file"), "user.large", large);
        assertThat(files.extendedAttributes(path("file")))
                .hasSize(7)
                .anySatisfy(attribute -> assertThat(attribute.value()).isEqualTo(large));
    }

    @Test
    void an_attribute_larger_than_linux_permits_is_refused() throws IOException {
        files.create(path("file")).close();
        assertThatThrownBy(() -> files.setExtendedAttribute(path("file"), "user.a", new byte[65_537]))
                .hasMessageContaining("user.a")
                .hasMessageContaining("65537");
    }

    @Test
    void file_systems_without_attributes_have_none() throws IOException {
        assertThat(files.extendedAttributes("/proc/self/stat")).isEmpty();
    }

    @Test
    void reserved_space_does_not_change_the_size() throws IOException {
        try (OpenFile file = files.create(path("file"))) {
            file.reserve(1 << 20);
            assertThat(file.stat().size()).isZero();
            assertThat(file.stat().blocks()).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void a_closed_file_is_not_used_again() throws IOException {
        OpenFile file = files.create(path("file"));
        file.close();
        file.close();
        assertThatThrownBy(() -> file.read(0, new byte[1], 0, 1)).hasMessageContaining("closed");
        assertThatThrownBy(() -> file.write(0, new byte[1], 0, 1)).hasMessageContaining("closed");
    }

    @Test
    void the_superuser_is_called_root() {
        assertThat(files.owners().userName(0)).isEqualTo("root");
        assertThat(files.owners().groupName(0)).isEqualTo("root");
        assertThat(files.owners().userId("root")).contains(0L);
        assertThat(files.owners().groupId("root")).contains(0L);
    }

    @Test
    void many_threads_do_not_disturb_each_other() throws Exception {
        for (int i = 0; i < 50; i++) {
            try (OpenFile file = files.create(path("file-" + i))) {
                file.write(0, ("text " + i).getBytes(UTF_8), 0, ("text " + i).length());
            }
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> texts = IntStream.range(0, 2000)
                    .mapToObj(i -> threads.submit(() -> text("file-" + i % 50)))
                    .toList();
            for (int i = 0; i < texts.size(); i++) {
                assertThat(texts.get(i).get()).isEqualTo("text " + i % 50);
            }
        }
    }

    private String text(String name) throws IOException {
        byte[] buffer = new byte[100];
        try (OpenFile file = files.openForReading(path(name))) {
            return new String(buffer, 0, file.read(0, buffer, 0, buffer.length), UTF_8);
        }
    }
}
