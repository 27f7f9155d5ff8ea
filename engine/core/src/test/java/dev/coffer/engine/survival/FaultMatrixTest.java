package dev.coffer.engine.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.survival.Command.Effect;
import dev.coffer.engine.tasks.TaskGroup;
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
        return Commands.all().stream()
                .flatMap(command -> Stream.of(Trouble.values())
                        .filter(trouble -> !believes(command, trouble))
                        .map(trouble -> Arguments.of(command, trouble)));
    }

    /** Whoever mends has to believe a store that says the same wrong thing every time. */
    private static boolean believes(Command command, Trouble trouble) {
        return command.effect() == Effect.MENDING && trouble == Trouble.WRONG_BYTES;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_repository_survives(Command command, Trouble trouble) throws IOException {
        MemoryBackend before = command.preparation().prepare(world);
        int requests = requestsWithoutTrouble(command, before.copy());
        assertThat(requests).isPositive();
        try (TaskGroup group = new TaskGroup("ordeal", AT_A_TIME)) {
            for (int request = 1; request <= requests; request++) {
                Ordeal ordeal = new Ordeal(world, command, trouble, before, request);
                group.fork(ordeal::run);
            }
            group.join();
        }
    }

    private static int requestsWithoutTrouble(Command command, MemoryBackend store) throws IOException {
        FaultyBackend watched = new FaultyBackend(store);
        command.run(watched, TestRepositories.options(), world);
        return watched.calls().size();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_reaches_its_aim_without_trouble(Command command) throws IOException {
        MemoryBackend store = command.preparation().prepare(world);
        command.run(store, TestRepositories.options(), world);
        command.outcome().on(World.open(store, TestRepositories.options()), world);
        assertThat(new Judge(store).damage()).isEmpty();
    }

    static List<Command> commands() {
        return Commands.all();
    }
}
