package dev.coffer.engine.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.filter.InvalidPatternException;
import dev.coffer.engine.fs.LocalFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FilesFromTest {

    @TempDir
    Path temp;

    @Test
    void patterns_stand_one_in_a_line() {
        byte[] list = "# comment\n a*\t\r\n\n/b c\n".getBytes(UTF_8);
        assertThat(FilesFrom.patterns(list)).containsExactly("a*", "/b c");
    }

    @Test
    void verbatim_lines_are_taken_as_they_are() {
        byte[] list = "# comment\n a*\n\nb".getBytes(UTF_8);
        assertThat(FilesFrom.verbatim(list)).containsExactly("# comment", " a*", "b");
    }

    @Test
    void raw_names_may_hold_anything_but_a_zero_byte() {
        byte[] list = {'a', '\n', 0, (byte) 0xFF, ' ', 0};
        assertThat(FilesFrom.raw(list)).containsExactly("a\n", "\uDCFF ");
        assertThat(FilesFrom.raw(new byte[0])).isEmpty();
    }

    @Test
    void raw_lists_that_may_be_damaged_are_refused() {
        assertThatThrownBy(() -> FilesFrom.raw(new byte[] {'a', 0, 'b'})).hasMessageContaining("cut off");
        assertThatThrownBy(() -> FilesFrom.raw(new byte[] {'a', 0, 0})).hasMessageContaining("empty name at byte 2");
    }

    @Test
    void lists_come_from_files_or_the_standard_input() throws IOException {
        Path file = Files.writeString(temp.resolve("list"), "file");
        ByteArrayInputStream input = new ByteArrayInputStream("input".getBytes(UTF_8));
        assertThat(FilesFrom.content(file.toString(), input)).asString().isEqualTo("file");
        assertThat(FilesFrom.content("-", input)).asString().isEqualTo("input");
    }

    @Test
    void wildcards_become_existing_paths() throws IOException {
        new SourceFolder(temp).with("d/b/x.c", "d/a/y.c", "d/a/z.h", "d/[", "e");
        PathExpansion expansion = new PathExpansion(LocalFiles.host(), temp.toString());
        assertThat(expansion.expand("d/*/*.c")).containsExactly("d/a/y.c", "d/b/x.c");
        assertThat(expansion.expand("?")).containsExactly("d", "e");
        assertThat(expansion.expand("d/\\[")).containsExactly("d/[");
        assertThat(expansion.expand(temp + "/*/a")).containsExactly(temp + "/d/a");
        assertThat(expansion.expand("./e")).containsExactly("./e");
        assertThat(expansion.expand("e/*")).isEmpty();
        assertThat(expansion.expand("nothing")).isEmpty();
    }

    @Test
    void malformed_wildcards_are_refused() {
        PathExpansion expansion = new PathExpansion(LocalFiles.host(), temp.toString());
        assertThatThrownBy(() -> expansion.expand("a/[b")).isInstanceOf(InvalidPatternException.class);
    }
}
