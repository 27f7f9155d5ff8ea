package dev.coffer.engine.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.tasks.TaskGroup;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What a command goes through that meets a trouble: one ordeal for each request at which the trouble may begin. */
record Ordeals(World world, Command command, Trouble trouble) {

    /** All commands with all troubles, as arguments for a test. */
    static Stream<Arguments> all() {
        return Commands.all().stream()
                .flatMap(command -> Stream.of(Trouble.values())
                        .filter(trouble -> !believes(command, trouble))
                        .map(trouble -> Arguments.of(command, trouble)));
    }

    /** Whoever mends has to believe a store that says the same wrong thing every time. */
    private static boolean believes(Command command, Trouble trouble) {
        return command.effect() == Command.Effect.MENDING && trouble.lies();
    }

    /**
     * Runs them.
     *
     * @param most how many of them; if there are more, some are left out in between
     * @param atATime how many run at the same time
     */
    void run(SecondOpinion opinion, int most, int atATime) throws IOException {
        MemoryBackend before = command.preparation().prepare(world);
        int requests = requestsWithoutTrouble(before.copy());
        assertThat(requests).isPositive();
        try (TaskGroup group = new TaskGroup("ordeal", atATime)) {
            for (int request = 1; request <= requests; request += Math.ceilDiv(requests, most)) {
                Ordeal ordeal = new Ordeal(world, command, trouble, before, request, opinion);
                group.fork(ordeal::run);
            }
            group.join();
        }
    }

    int requestsWithoutTrouble(MemoryBackend store) throws IOException {
        FaultyBackend watched = new FaultyBackend(store);
        command.run(watched, TestRepositories.options(), world);
        return watched.calls().size();
    }
}
