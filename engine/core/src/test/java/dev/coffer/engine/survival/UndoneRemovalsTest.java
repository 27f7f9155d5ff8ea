package dev.coffer.engine.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.survival.Command.Effect;
import dev.coffer.engine.survival.RemovalLog.Removal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The power fails during a command, at any request. On a local store everything is there that was saved, but what was removed may
 * be back, all of it or a part. No mixture of old and new does harm.
 */
class UndoneRemovalsTest {

    private static final int MIXTURES = 3;

    @TempDir
    private static Path folder;

    private static World world;

    @BeforeAll
    static void makeWorld() throws IOException {
        world = new World(folder);
    }

    static Stream<Command> commands() {
        return Commands.all().stream().filter(command -> command.effect() != Effect.NONE);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void no_mixture_of_old_and_new_does_harm(Command command) throws IOException {
        MemoryBackend before = command.preparation().prepare(world);
        int requests = new Ordeals(world, command, Trouble.UNREACHABLE).requestsWithoutTrouble(before.copy());
        Random random = new Random(1);
        for (int request = 1; request <= requests + 1; request++) {
            MemoryBackend store = before.copy();
            List<Removal> removals = runUntil(request, command, store);
            for (int mixture = 0; mixture < MIXTURES; mixture++) {
                boolean all = mixture == 0;
                MemoryBackend left = store.copy();
                removals.stream().filter(_ -> all || random.nextBoolean()).forEach(removal -> removal.undo(left));
                requireSurvival(command, before, left);
            }
        }
    }

    /** Returns what may be undone. */
    private static List<Removal> runUntil(int powerCut, Command command, MemoryBackend store) {
        RemovalLog log = new RemovalLog(store);
        AtomicInteger requests = new AtomicInteger();
        FaultyBackend dying = new FaultyBackend(log)
                .when(
                        _ -> requests.incrementAndGet() >= powerCut,
                        new Fault.Refuse(new BackendException.Denied("the power is off", null)));
        try {
            command.run(dying, TestRepositories.options(), world);
        } catch (IOException _) {
            // The power is off.
        }
        return log.undoable();
    }

    private static void requireSurvival(Command command, MemoryBackend before, MemoryBackend left) throws IOException {
        left.names(FileType.LOCK).forEach(lock -> left.lose(Handle.of(FileType.LOCK, lock)));
        Judge judge = new Judge(left);
        if (command.effect() == Effect.KEEPING && judge.hasRepository()) {
            judge.requireSnapshotsOf(before);
        }
        if (command.effect() != Effect.MENDING && judge.hasRepository()) {
            assertThat(judge.damage()).isEmpty();
        }
        if (before.contains(Handle.CONFIG)) {
            command.run(left, TestRepositories.options(), world);
            try (Repository repository = World.open(left, TestRepositories.options())) {
                command.outcome().on(repository, world);
            }
            assertThat(judge.damage()).isEmpty();
        }
    }
}
