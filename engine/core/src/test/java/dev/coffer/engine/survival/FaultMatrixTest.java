package dev.coffer.engine.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.repository.TestRepositories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run may fail, the repository may not, and the next run succeeds: all commands, all troubles, from each request on. */
class FaultMatrixTest {

    private static final int AT_A_TIME = 16;

    @TempDir
    private static Path folder;

    private static World world;

    @BeforeAll
    static void makeWorld() throws IOException {
        world = new World(folder);
    }

    static Stream<Arguments> cases() {
        return Ordeals.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_repository_survives(Command command, Trouble trouble) throws IOException {
        new Ordeals(world, command, trouble).run(SecondOpinion.NONE, Integer.MAX_VALUE, AT_A_TIME);
    }

    static List<Command> commands() {
        return Commands.all();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_reaches_its_aim_without_trouble(Command command) throws IOException {
        MemoryBackend store = command.preparation().prepare(world);
        command.run(store, TestRepositories.options(), world);
        command.outcome().on(World.open(store, TestRepositories.options()), world);
        assertThat(new Judge(store).damage()).isEmpty();
    }
}
