package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CommandsTest {

    @Test
    void only_the_named_command_is_built() {
        assertThat(namesFor("--repo", "/backup", "snapshots", "--json")).containsExactly("snapshots");
    }

    @Test
    void a_name_that_may_be_the_value_of_an_option_counts() {
        assertThat(namesFor("--repo", "ls", "snapshots")).containsExactly("snapshots", "ls");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "frob", "--json", "backup --help", "--help=true backup", "-vh ls", "help ls", "generate --x"
            })
    void all_commands_are_built_when_they_may_be_shown(String arguments) {
        assertThat(namesFor(arguments.split(" "))).isEqualTo(Commands.NAMES);
    }

    @Test
    void every_name_is_the_one_that_the_command_itself_states() {
        program()
                .getSubcommands()
                .forEach((name, command) -> assertThat(command.getCommandSpec()
                                .userObject()
                                .getClass()
                                .getAnnotation(Command.class)
                                .name())
                        .isEqualTo(name));
    }

    private static List<String> namesFor(String... arguments) {
        return List.copyOf(program(arguments).getSubcommands().keySet());
    }

    private static CommandLine program(String... arguments) {
        Surroundings nowhere = new Surroundings(
                new Environment(Map.of()),
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                Terminal.NONE);
        return Commands.of(new Session(nowhere), List.of(arguments));
    }
}
