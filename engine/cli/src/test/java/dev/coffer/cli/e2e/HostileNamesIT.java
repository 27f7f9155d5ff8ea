package dev.coffer.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever can have files backed up chooses their names. */
class HostileNamesIT {

    /** Changes the title of the window and clears the screen. */
    private static final String NAME = "\u001b]0;title\u0007\u001b[2Jname";

    @TempDir
    Path directory;

    private Workplace at;

    @BeforeEach
    void backUp() throws Exception {
        at = new Workplace(directory);
        Path source = Files.createDirectory(at.path("source"));
        Files.writeString(source.resolve(NAME), "content");
        at.coffer.run("init").ok();
        at.coffer.run("backup", source.toString()).ok();
    }

    /** What the screen gets, by {@code script} of util-linux. */
    private String onTerminal(String arguments) {
        String line = String.join(" ", at.coffer.command()) + " " + arguments;
        return new Program(List.of("script", "-qec", line, "/dev/null"), at.coffer.environment(), directory)
                .run()
                .ok()
                .out();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ls latest",
                "ls -l --json latest",
                "find '*name'",
                "backup --dry-run -vv --force source",
                "restore latest --target out --dry-run -vv"
            })
    void names_do_nothing_to_a_terminal(String arguments) {
        assertThat(onTerminal(arguments))
                .contains("\\u001b]0;title\\u0007\\u001b[2Jname")
                .doesNotContain("\u001b]0;", "\u001b[2J");
    }

    @Test
    void another_program_gets_them_as_they_are() {
        assertThat(at.coffer.run("ls", "latest").ok().out()).contains(NAME);
    }
}
