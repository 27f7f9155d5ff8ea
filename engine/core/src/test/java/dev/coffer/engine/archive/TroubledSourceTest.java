package dev.coffer.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot be read, or changes while it is read. */
class TroubledSourceTest extends BackupTestCase {

    @BeforeEach
    void write() throws IOException {
        fixture.write("dir/file", "content");
        fixture.write("other", "more content");
    }

    @Test
    void a_file_that_vanishes_before_it_is_opened_is_left_out_silently() throws IOException {
        fixture.files.when("openForReading", "/file", path -> {
            throw new NoSuchFileException(path);
        });
        BackupSummary summary = fixture.backup();
        assertThat(summary.complete()).isTrue();
        assertThat(fixture.problems()).isEmpty();
        assertThat(fixture.changes()).containsExactly("NEW /dir", "NEW /other");
    }

    @Test
    void a_file_that_vanishes_before_it_is_looked_at_is_left_out_silently() throws IOException {
        fixture.files.when("list", "/source/.", _ -> List.of("other", "gone", "dir"));
        BackupSummary summary = fixture.backup();
        assertThat(summary.complete()).isTrue();
        assertThat(fixture.names(fixture.tree(summary))).containsExactly("dir", "other");
    }

    @Test
    void a_folder_that_vanishes_before_it_is_listed_is_left_out_silently() throws IOException {
        fixture.files.when("list", "/dir", path -> {
            throw new NoSuchFileException(path);
        });
        BackupSummary summary = fixture.backup();
        assertThat(summary.complete()).isTrue();
        assertThat(fixture.names(fixture.tree(summary))).containsExactly("other");
    }

    @Test
    void a_folder_that_vanishes_before_it_is_described_is_left_out_silently_with_all_it_holds() throws IOException {
        fixture.files.when("extendedAttributes", "/dir", path -> {
            throw new NoSuchFileException(path);
        });
        BackupSummary summary = fixture.backup();
        assertThat(summary.complete()).isTrue();
        assertThat(fixture.changes()).containsExactly("NEW /other");
    }

    @Test
    void what_is_in_a_folder_that_vanishes_once_it_is_listed_is_left_out_silently() throws IOException {
        fixture.files.when("list", "/dir", path -> {
            Path folder = Path.of(path);
            Files.delete(folder.resolve("file"));
            Files.delete(folder);
            return List.of("file");
        });
        BackupSummary summary = fixture.backup();
        assertThat(summary.complete()).isTrue();
        assertThat(fixture.changes()).containsExactly("NEW /dir", "NEW /other");
    }

    @Test
    void an_unchanged_file_that_vanishes_once_it_was_looked_at_is_left_out_silently() throws IOException {
        fixture.backup();
        fixture.files.when("extendedAttributes", "/file", path -> {
            throw new NoSuchFileException(path);
        });
        BackupSummary summary = fixture.backup();
        assertThat(summary.complete()).isTrue();
        assertThat(fixture.changes()).containsExactly("MODIFIED /dir", "UNCHANGED /other");
    }

    @Test
    void a_link_that_vanishes_once_it_was_looked_at_is_left_out_silently() throws IOException {
        Files.createSymbolicLink(fixture.folder.resolve("link"), Path.of("target"));
        fixture.files.when("readLink", "/link", path -> {
            throw new NoSuchFileException(path);
        });
        BackupSummary summary = fixture.backup();
        assertThat(summary.complete()).isTrue();
        assertThat(fixture.names(fixture.tree(summary))).containsExactly("dir", "other");
    }

    @Test
    void what_cannot_be_looked_at_is_reported_once_and_left_out() throws IOException {
        fixture.files.when("stat", "/file", path -> {
            throw new AccessDeniedException(path, null, "no");
        });
        BackupSummary summary = fixture.backup();
        assertThat(fixture.problems()).containsExactly("dir/file: no");
        assertThat(fixture.nodes(
                        Objects.requireNonNull(fixture.node(summary, "dir").subtree())))
                .isEmpty();
    }

    @Test
    void a_file_that_cannot_be_opened_is_reported_and_the_rest_backed_up() throws IOException {
        fixture.files.when("openForReading", "/file", path -> {
            throw new AccessDeniedException(path, null, "cannot open the file: Permission denied");
        });
        BackupSummary summary = fixture.backup();
        assertThat(summary.problems()).isEqualTo(1);
        assertThat(fixture.problems()).containsExactly("dir/file: cannot open the file: Permission denied");
        assertThat(fixture.text(summary, "other")).isEqualTo("more content");
        assertThat(fixture.changes()).containsExactly("NEW /dir", "NEW /other");
    }

    @Test
    void a_folder_that_cannot_be_listed_is_reported_and_left_out() throws IOException {
        fixture.files.when("list", "/dir", path -> {
            throw new AccessDeniedException(path, null, "no");
        });
        BackupSummary summary = fixture.backup();
        assertThat(fixture.problems()).containsExactly("dir: no");
        assertThat(fixture.names(fixture.tree(summary))).containsExactly("other");
    }

    @Test
    void a_file_that_fails_while_it_is_read_is_left_out() throws IOException {
        fixture.files.when(
                "openForReading",
                "/file",
                path -> reading(LocalFiles.host().openForReading(path), (position, _, _, length) -> {
                    if (position == 0) {
                        return length;
                    }
                    throw new FileSystemException(path, null, "disk error");
                }));
        BackupSummary summary = fixture.backup();
        assertThat(fixture.problems()).containsExactly("dir/file: disk error");
        assertThat(fixture.changes()).containsExactly("NEW /dir", "NEW /other");
    }

    @Test
    void something_else_in_the_place_of_a_file_is_reported() throws IOException {
        fixture.files.when("openForReading", "/file", path -> {
            Files.delete(Path.of(path));
            LocalFiles.host().createFifo(path);
            return LocalFiles.host().openForReading(path);
        });
        assertThat(fixture.backup().problems()).isEqualTo(1);
        assertThat(fixture.problems()).containsExactly("dir/file: cannot open the file: it is no regular file");
    }

    @Test
    void the_size_of_a_file_that_grows_is_what_was_read() throws IOException {
        byte[] grown = "content, and more of it".getBytes(StandardCharsets.UTF_8);
        fixture.files.when(
                "openForReading",
                "/file",
                path -> reading(LocalFiles.host().openForReading(path), (_, buffer, offset, _) -> {
                    System.arraycopy(grown, 0, buffer, offset, grown.length);
                    return grown.length;
                }));
        BackupSummary summary = fixture.backup();
        Node node = fixture.node(summary, "dir/file");
        assertThat(node.size()).isEqualTo(grown.length);
        assertThat(fixture.content(node)).isEqualTo(grown);
        assertThat(summary.facts().totalBytesProcessed()).isEqualTo(grown.length + 12L);
    }

    @Test
    void the_size_of_a_file_that_shrinks_to_nothing_is_zero() throws IOException {
        fixture.files.when(
                "openForReading", "/file", path -> reading(LocalFiles.host().openForReading(path), (_, _, _, _) -> -1));
        Node node = fixture.node(fixture.backup(), "dir/file");
        assertThat(node.size()).isZero();
        assertThat(node.content()).isEmpty();
    }

    @Test
    void a_file_that_is_listed_twice_is_backed_up_once() throws IOException {
        fixture.files.when("list", "/dir", _ -> List.of("file", "file"));
        BackupSummary summary = fixture.backup();
        assertThat(summary.facts().filesNew()).isEqualTo(2);
        assertThat(fixture.text(summary, "dir/file")).isEqualTo("content");
    }

    /** An open file that reads as a test wants. */
    private static LocalFiles.OpenFile reading(LocalFiles.OpenFile real, ContentCutter.Content content) {
        return (LocalFiles.OpenFile) Proxy.newProxyInstance(
                LocalFiles.class.getClassLoader(),
                new Class<?>[] {LocalFiles.OpenFile.class},
                (_, method, arguments) -> method.getName().equals("read")
                        ? content.read(
                                (long) arguments[0], (byte[]) arguments[1], (int) arguments[2], (int) arguments[3])
                        : method.invoke(real, arguments));
    }
}
