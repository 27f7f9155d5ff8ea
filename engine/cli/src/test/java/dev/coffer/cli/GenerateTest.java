package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code generate} writes about the commands as they are. */
class GenerateTest {

    @TempDir
    private Path folder;

    private CliRun.Result generate(String... options) {
        return CliRun.at(folder)
                .run(Stream.concat(Stream.of("generate"), Stream.of(options)).toArray(String[]::new));
    }

    private String generated(String... options) {
        CliRun.Result result = generate(options);
        assertThat(result.exitCode()).as(result.toString()).isZero();
        return result.out();
    }

    private String page(String name) throws IOException {
        generated("--man", folder.toString());
        return Files.readString(folder.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish", "powershell"})
    void every_shell_learns_commands_and_options(String shell) {
        assertThat(generated("--" + shell + "-completion", "-")).contains("backup", "read-concurrency", "passwd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fish", "powershell"})
    void descriptions_are_shown_as_in_the_help(String shell) {
        assertThat(generated("--" + shell + "-completion", "-"))
                .contains(
                        "n/t for one of t parts, or x% or a size",
                        "'Show how two snapshots, or folders in them, differ.'")
                .doesNotContain("%n", "%%");
    }

    @Test
    void a_script_may_go_to_a_file() {
        assertThat(generated("--fish-completion", folder.resolve("script").toString()))
                .isEmpty();
        assertThat(folder.resolve("script")).content().contains("complete -c coffer");
    }

    @Test
    void several_scripts_do_not_mix_on_standard_output() {
        CliRun.Result result = generate("--bash-completion", "-", "--fish-completion", "-");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void nothing_to_write_is_a_mistake() {
        assertThat(generate().exitCode()).isEqualTo(1);
    }

    @Test
    void powershell_knows_which_options_belong_to_which_command() {
        assertThat(generated("--powershell-completion", "-").lines().map(String::strip))
                .containsSequence(
                        "'init' = [ordered]@{",
                        "'--copy-chunker-params' = 'Cut files as the repository given by"
                                + " --from-repo does, so that copies share its blobs.'")
                .containsSequence("'key remove' = [ordered]@{", "}");
    }

    @Test
    void quotes_end_no_string_of_powershell() {
        assertThat(generated("--powershell-completion", "-")).contains("such as ''2025-11-01 22:08:41''");
    }

    @Test
    void the_manual_has_a_page_for_each_command() throws IOException {
        generated("--man", folder.toString());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(Commands.NAMES.size() + 9)
                    .contains("coffer.1", "coffer-backup.1", "coffer-key.1", "coffer-key-add.1");
        }
    }

    @Test
    void a_page_has_the_usual_sections() throws IOException {
        assertThat(sections("coffer-dump.1"))
                .containsExactly("NAME", "SYNOPSIS", "DESCRIPTION", "ARGUMENTS", "OPTIONS", "EXAMPLES", "SEE ALSO");
        assertThat(sections("coffer-key.1")).contains("COMMANDS");
    }

    private List<String> sections(String page) throws IOException {
        return page(page)
                .lines()
                .filter(line -> line.startsWith(".SH "))
                .map(line -> line.substring(5, line.length() - 1))
                .toList();
    }

    @Test
    void a_page_begins_with_what_the_command_is_for_and_how_it_is_called() throws IOException {
        assertThat(page("coffer-tag.1")).contains("""
                .SH "NAME"
                coffer\\-tag \\- Change the tags of snapshots""", """
                .SH "SYNOPSIS"
                \\fBcoffer tag\\fR [\\fIOPTIONS\\fR] [\\fISNAPSHOT\\fR...]
                """);
    }

    @Test
    void a_page_explains_the_options_of_its_command_and_refers_to_the_others() throws IOException {
        assertThat(page("coffer-key-add.1"))
                .contains("""
                        .TP
                        \\fB\\-\\-new\\-password\\-file\\fR=\\fIFILE\\fR
                        File that holds the new password.
                        """, """
                        .SH "SEE ALSO"
                        \\fBcoffer\\-key\\fR(1), \\fBcoffer\\fR(1)
                        """)
                .contains("every command are in \\fBcoffer\\fR(1)")
                .doesNotContain("\\-\\-repo\\fR");
        assertThat(page("coffer.1")).contains("\\fB\\-r\\fR, \\fB\\-\\-repo\\fR=\\fILOCATION\\fR");
    }

    @Test
    void examples_keep_their_lines() throws IOException {
        assertThat(page("coffer-find.1")).contains("""
                .SH "EXAMPLES"
                .EX
                  coffer find \\(aq*.conf\\(aq
                  coffer find \\-\\-newest 2024\\-12\\-31 \\-l /home/*/notes.txt
                .EE
                """);
    }

    @Test
    void the_folder_of_the_manual_must_exist() {
        CliRun.Result result = generate("--man", folder.resolve("nowhere").toString());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("nowhere", "no such file or directory");
    }
}
