package dev.coffer.engine.filter;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PatternFileTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("HOME", "/root", "A_1", "x", "1", "one");

    @TempDir
    Path folder;

    @Test
    void comments_space_and_empty_lines_do_not_count() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "# note\n\n  *.o \r\n\t\n/a b/c\n #x\n!keep");
        assertThat(PatternFile.read(file, ENVIRONMENT)).containsExactly("*.o", "/a b/c", "!keep");
    }

    @ParameterizedTest
    @CsvSource({
        "$HOME/x,/root/x",
        "${HOME}x,/rootx",
        "a$$b,a$b",
        "$HOMEx,''",
        "$NONE-,-",
        "cost$,cost$",
        "a$/b,a$/b",
        "$A_1.c,x.c",
        "${}a,a",
        "${HOME,HOME",
        "$1a,onea",
        "$*a,a",
        "${A_1}${HOME},x/root",
        "$$HOME,$HOME",
        "${$},$"
    })
    void variables_are_expanded_as_in_go(String text, String expected) {
        assertThat(Variables.expand(text, ENVIRONMENT)).isEqualTo(expected);
    }

    @Test
    void files_of_windows_editors_are_understood() throws IOException {
        byte[] text = "\uFEFFä*\r\nb\r\n".getBytes(UTF_16LE);
        assertThat(PatternFile.read(Files.write(folder.resolve("f"), text), ENVIRONMENT))
                .containsExactly("ä*", "b");
        Path marked = Files.writeString(folder.resolve("g"), "\uFEFFc\n");
        assertThat(PatternFile.read(marked, ENVIRONMENT)).containsExactly("c");
    }

    @Test
    void bytes_that_are_no_text_are_kept() throws IOException {
        Path file = Files.write(folder.resolve("f"), new byte[] {'a', (byte) 0xFF, '\n'});
        assertThat(PatternFile.read(file, ENVIRONMENT)).containsExactly("a\uDCFF");
    }
}
