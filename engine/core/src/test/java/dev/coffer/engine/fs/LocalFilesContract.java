package dev.coffer.engine.fs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.fs.FileStat.Kind;
import dev.coffer.engine.fs.LocalFiles.OpenFile;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every implementation does alike. */
abstract class LocalFilesContract {

    @TempDir
    Path folder;

    abstract LocalFiles files();

    String path(String name) {
        return folder + "/" + name;
    }

    void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void a_file_is_described_as_the_system_sees_it() throws IOException {
        write("file", "12345");
        FileStat stat = files().stat(path("file"));
        assertThat(stat.kind()).isEqualTo(Kind.FILE);
        assertThat(stat.size()).isEqualTo(5);
        assertThat(stat.links()).isEqualTo(1);
        assertThat(stat.inode()).isEqualTo(unix("file", "ino"));
        assertThat(stat.device()).isEqualTo(unix("file", "dev"));
        assertThat(stat.uid()).isEqualTo(((Number) Files.getAttribute(folder.resolve("file"), "unix:uid")).longValue());
        assertThat(stat.mtime())
                .isEqualTo(Files.getLastModifiedTime(folder.resolve("file")).toInstant());
    }

    private long unix(String name, String attribute) throws IOException {
        return ((Number) Files.getAttribute(folder.resolve(name), "unix:" + attribute)).longValue();
    }

    @Test
    void the_kind_and_permissions_of_a_folder_are_told() throws IOException {
        files().createDirectory(path("folder"));
        FileStat stat = files().stat(path("folder"));
        assertThat(stat.isDirectory()).isTrue();
        assertThat(stat.permissions()).isEqualTo(0700);
    }

    @Test
    void a_link_is_not_followed() throws IOException {
        files().createSymlink(path("link"), "some/where else");
        assertThat(files().stat(path("link")).kind()).isEqualTo(Kind.SYMLINK);
        assertThat(files().readLink(path("link"))).isEqualTo("some/where else");
    }

    @Test
    void a_missing_file_is_reported_as_missing() {
        assertThatThrownBy(() -> files().stat(path("missing")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void all_names_of_a_folder_are_listed() throws IOException {
        List<String> names = IntStream.range(0, 5000).mapToObj(i -> "name-" + i).toList();
        for (String name : names) {
            write(name, "");
        }
        assertThat(files().list(folder.toString())).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void an_empty_folder_lists_nothing() throws IOException {
        assertThat(files().list(folder.toString())).isEmpty();
    }

    @Test
    void a_file_cannot_be_listed() throws IOException {
        write("file", "");
        assertThatThrownBy(() -> files().list(path("file"))).isInstanceOf(NotDirectoryException.class);
    }

    @Test
    void a_missing_folder_cannot_be_listed() {
        assertThatThrownBy(() -> files().list(path("missing"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void what_was_written_is_read() throws IOException {
        byte[] data = bytes(1_000_003);
        try (OpenFile file = files().create(path("file"))) {
            file.reserve(data.length);
            assertThat(file.stat().size()).isZero();
            file.write(500_000, data, 500_000, data.length - 500_000);
            file.write(0, data, 0, 500_000);
        }
        assertThat(Files.readAllBytes(folder.resolve("file"))).isEqualTo(data);
        byte[] read = new byte[data.length + 10];
        try (OpenFile file = files().openForReading(path("file"))) {
            assertThat(file.read(0, read, 5, read.length - 5)).isEqualTo(data.length);
            assertThat(file.read(data.length, read, 0, 1)).isEqualTo(-1);
        }
        assertThat(Arrays.copyOfRange(read, 5, 5 + data.length)).isEqualTo(data);
    }

    private static byte[] bytes(int size) {
        byte[] data = new byte[size];
        new Random(1).nextBytes(data);
        return data;
    }

    @Test
    void a_new_file_belongs_to_its_owner_alone() throws IOException {
        files().create(path("file")).close();
        assertThat(files().stat(path("file")).permissions()).isEqualTo(0600);
    }

    @Test
    void a_file_is_not_created_over_another() throws IOException {
        write("file", "old");
        assertThatThrownBy(() -> files().create(path("file"))).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.resolve("file")).hasContent("old");
    }

    @Test
    void an_existing_file_is_written_in_place() throws IOException {
        write("file", "abcdef");
        try (OpenFile file = files().openForWriting(path("file"))) {
            file.write(2, "XY".getBytes(UTF_8), 0, 2);
            file.setSize(5);
        }
        assertThat(folder.resolve("file")).hasContent("abXYe");
    }

    @Test
    void a_file_grows_by_a_hole() throws IOException {
        try (OpenFile file = files().create(path("file"))) {
            file.setSize(1 << 20);
            assertThat(file.stat().size()).isEqualTo(1 << 20);
        }
        assertThat(Files.readAllBytes(folder.resolve("file"))).hasSize(1 << 20).containsOnly(0);
    }

    @Test
    void links_are_not_opened() throws IOException {
        write("file", "secret");
        files().createSymlink(path("link"), "file");
        assertThatThrownBy(() -> files().openForReading(path("link"))).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> files().openForWriting(path("link"))).isInstanceOf(FileSystemException.class);
    }

    @Test
    void folders_are_not_opened_as_files() {
        assertThatThrownBy(() -> files().openForReading(folder.toString()))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("no regular file");
    }

    @Test
    void a_hard_link_is_the_same_file() throws IOException {
        write("file", "x");
        files().createLink(path("other"), path("file"));
        assertThat(files().stat(path("other")).inode())
                .isEqualTo(files().stat(path("file")).inode());
        assertThat(files().stat(path("other")).links()).isEqualTo(2);
    }

    @Test
    void files_links_and_empty_folders_are_removed() throws IOException {
        write("file", "");
        files().createDirectory(path("folder"));
        files().createSymlink(path("link"), "folder");
        files().remove(path("link"));
        files().remove(path("file"));
        files().remove(path("folder"));
        assertThat(files().list(folder.toString())).isEmpty();
    }

    @Test
    void a_folder_with_entries_is_not_removed() throws IOException {
        files().createDirectory(path("folder"));
        write("folder/file", "");
        assertThatThrownBy(() -> files().remove(path("folder"))).isInstanceOf(DirectoryNotEmptyException.class);
    }

    @Test
    void removing_nothing_is_an_error() {
        assertThatThrownBy(() -> files().remove(path("missing"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void permissions_include_the_bits_above_the_nine() throws IOException {
        files().createDirectory(path("folder"));
        files().setPermissions(path("folder"), 01777);
        assertThat(files().stat(path("folder")).permissions()).isEqualTo(01777);
    }

    @Test
    void permissions_are_not_set_through_a_link() throws IOException {
        write("file", "");
        files().setPermissions(path("file"), 0640);
        files().createSymlink(path("link"), "file");
        assertThatThrownBy(() -> files().setPermissions(path("link"), 0777)).isInstanceOf(IOException.class);
        assertThat(files().stat(path("file")).permissions()).isEqualTo(0640);
    }

    @Test
    void times_have_at_least_microseconds() throws IOException {
        write("file", "");
        Instant atime = Instant.parse("2031-05-06T07:08:09.000001Z");
        Instant mtime = Instant.parse("2005-01-02T03:04:05.999999Z");
        files().setTimes(path("file"), atime, mtime);
        FileStat stat = files().stat(path("file"));
        assertThat(stat.atime()).isEqualTo(atime);
        assertThat(stat.mtime()).isEqualTo(mtime);
    }

    @Test
    void an_attribute_is_kept_replaced_and_removed() throws IOException {
        write("file", "");
        files().setExtendedAttribute(path("file"), "user.a", "one".getBytes(UTF_8));
        files().setExtendedAttribute(path("file"), "user.a", new byte[0]);
        files().setExtendedAttribute(path("file"), "user.b", new byte[3000]);
        assertThat(files().extendedAttributes(path("file")))
                .extracting(attribute -> attribute.name() + ":" + attribute.value().length)
                .containsExactlyInAnyOrder("user.a:0", "user.b:3000");
        files().removeExtendedAttribute(path("file"), "user.b");
        assertThat(files().extendedAttributes(path("file"))).hasSize(1);
    }

    @Test
    void a_file_without_attributes_has_none() throws IOException {
        write("file", "");
        assertThat(files().extendedAttributes(path("file"))).isEmpty();
    }

    @Test
    void an_open_file_keeps_the_times_it_was_given_after_writing() throws IOException {
        Instant atime = Instant.parse("2031-05-06T07:08:09.000001Z");
        Instant mtime = Instant.parse("2005-01-02T03:04:05.999999Z");
        try (OpenFile file = files().create(path("file"))) {
            file.write(0, new byte[10], 0, 10);
            file.setTimes(atime, mtime);
        }
        assertThat(files().stat(path("file")).atime()).isEqualTo(atime);
        assertThat(files().stat(path("file")).mtime()).isEqualTo(mtime);
    }

    @Test
    void an_open_file_is_given_permissions_also_if_it_was_opened_for_reading() throws IOException {
        write("file", "");
        try (OpenFile file = files().openForReading(path("file"))) {
            file.setPermissions(04751);
        }
        assertThat(files().stat(path("file")).permissions()).isEqualTo(04751);
    }

    @Test
    void attributes_of_an_open_file_are_set_listed_and_removed() throws IOException {
        write("file", "");
        try (OpenFile file = files().openForReading(path("file"))) {
            file.setExtendedAttribute("user.a", "one".getBytes(UTF_8));
            file.setExtendedAttribute("user.b", new byte[3000]);
            file.removeExtendedAttribute("user.a");
            assertThat(file.extendedAttributes())
                    .extracting(attribute -> attribute.name() + ":" + attribute.value().length)
                    .containsExactly("user.b:3000");
        }
        assertThat(files().extendedAttributes(path("file"))).hasSize(1);
    }

    @Test
    void an_entry_by_its_path_is_the_file_that_stands_there() throws IOException {
        write("file", "");
        Entry entry = Entry.at(files(), path("file"));
        entry.setPermissions(0604);
        entry.setTimes(Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
        entry.setExtendedAttribute("user.a", new byte[1]);
        entry.setExtendedAttribute("user.b", new byte[1]);
        entry.removeExtendedAttribute("user.b");
        assertThat(entry.stat()).isEqualTo(files().stat(path("file")));
        assertThat(entry.stat().permissions()).isEqualTo(0604);
        assertThat(entry.stat().mtime()).isEqualTo(Instant.EPOCH.plusSeconds(1));
        assertThat(entry.extendedAttributes()).hasSize(1);
    }

    @Test
    void the_owner_of_a_file_seen_has_the_name_the_system_gives() throws IOException {
        write("file", "");
        FileStat stat = files().stat(path("file"));
        String name = Files.getOwner(folder.resolve("file")).getName();
        assertThat(files().owners().userName(stat.uid())).isEqualTo(name);
        assertThat(files().owners().userId(name)).contains(stat.uid());
    }

    @Test
    void unknown_owners_have_no_name() {
        assertThat(files().owners().userName(3_999_999_999L)).isEmpty();
        assertThat(files().owners().groupName(3_999_999_999L)).isEmpty();
        assertThat(files().owners().userId("no-such-user-here")).isEmpty();
        assertThat(files().owners().groupId("no-such-group-here")).isEmpty();
    }

    @Test
    void a_zero_byte_in_a_name_is_refused() {
        assertThatThrownBy(() -> files().stat(path("a\0b"))).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> files().create(path("a\0b"))).isInstanceOf(FileSystemException.class);
    }

    @Test
    void only_the_superuser_gives_files_away() throws IOException {
        write("file", "");
        if (files().privileged()) {
            files().setOwner(path("file"), 12345, 54321);
            assertThat(files().stat(path("file")).uid()).isEqualTo(12345);
            assertThat(files().stat(path("file")).gid()).isEqualTo(54321);
            try (OpenFile file = files().openForReading(path("file"))) {
                file.setOwner(1, 2);
                assertThat(file.stat().uid()).isEqualTo(1);
                assertThat(file.stat().gid()).isEqualTo(2);
            }
        } else {
            assertThatThrownBy(() -> files().setOwner(path("file"), 12345, 54321))
                    .isInstanceOf(FileSystemException.class);
        }
    }
}
