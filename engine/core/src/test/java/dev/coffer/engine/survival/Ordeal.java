package dev.coffer.engine.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.Backend;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.LendingBackend;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.backend.wrap.RetryListener;
import dev.coffer.backend.wrap.RetryPolicy;
import dev.coffer.backend.wrap.RetryingBackend;
import dev.coffer.backend.wrap.Ticker;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repair.IndexRepair;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryOptions;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.survival.Command.Effect;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One command that meets one trouble, the look at the repository afterwards, and another attempt.
 *
 * @param before what the store held at the start; not changed
 * @param request at which the trouble begins
 * @param opinion is asked wherever nothing is torn
 */
record Ordeal(World world, Command command, Trouble trouble, MemoryBackend before, int request, SecondOpinion opinion) {

    /** What an upgrade leaves that could not put the old config back. */
    private static final Pattern COPY_OF_CONFIG = Pattern.compile("put (\\S+) there under the name config");

    private static final RetryPolicy IMPATIENT =
            new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofHours(1));

    void run() throws IOException {
        try {
            MemoryBackend store = before.copy();
            Optional<IOException> failure = attempt(store);
            if (trouble.passes()) {
                assertThat(failure).as("failure of the first attempt").isEmpty();
            }
            judge(store);
            tidyUp(store);
            command.run(store, TestRepositories.options(), world);
            requireEnd(store);
        } catch (IOException | RuntimeException | AssertionError e) {
            throw new AssertionError(command + ", " + trouble + " at request " + request + ": " + e.getMessage(), e);
        }
    }

    /** Fails, if at all, as something that goes wrong in the world, not as a fault of the program. */
    private Optional<IOException> attempt(MemoryBackend store) {
        FaultyBackend faulty = new FaultyBackend(store);
        LendingBackend lending = new LendingBackend(faulty);
        trouble.begin(faulty, request);
        try {
            command.run(lending, TestRepositories.options().withRetries(Ordeal::retrying), world);
            return Optional.empty();
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotBlank();
            removeCopyOfConfig(String.valueOf(e.getMessage()));
            return Optional.of(e);
        } finally {
            assertThat(lending.open()).as("drafts left behind").isZero();
        }
    }

    private static void removeCopyOfConfig(String message) {
        Matcher copy = COPY_OF_CONFIG.matcher(message);
        if (copy.find()) {
            assertThat(new File(copy.group(1)).delete()).isTrue();
        }
    }

    private static Backend retrying(Backend store) {
        return new RetryingBackend(store, IMPATIENT, RetryListener.none(), Ticker.system(), new Random(1));
    }

    private void judge(MemoryBackend store) throws IOException {
        Judge judge = new Judge(store);
        List<Handle> torn = judge.torn();
        if (!trouble.tears() && command.effect() != Effect.MENDING) {
            assertThat(torn).isEmpty();
        }
        if (command.effect() == Effect.NONE) {
            judge.requireSameFiles(before);
        }
        if (!judge.hasRepository() || configIsTorn(store)) {
            return;
        }
        if (command.effect() != Effect.REMOVING && torn.stream().noneMatch(file -> file.type() == FileType.SNAPSHOT)) {
            judge.requireSnapshotsOf(before);
        }
        requireNoOtherDamage(judge.damage(), torn);
        if (command.effect() != Effect.MENDING) {
            askIfNothingIsTorn(store);
        }
    }

    private void askIfNothingIsTorn(MemoryBackend store) throws IOException {
        if (new Judge(store).torn().isEmpty()) {
            opinion.requireSound(store);
        }
    }

    /** Nothing but what was damaged before, and files that the store has torn. */
    private void requireNoOtherDamage(List<String> damage, List<Handle> torn) throws IOException {
        if (command.effect() != Effect.MENDING) {
            assertThat(damage)
                    .allMatch(
                            message -> torn.stream().anyMatch(file -> message.contains(file.name())),
                            "names a torn file");
        }
    }

    private boolean configIsTorn(MemoryBackend store) {
        return trouble.tears() && store.bytes(Handle.CONFIG).length <= Trouble.TORN_BYTES;
    }

    /** What users are told to do about what was left. */
    private void tidyUp(MemoryBackend store) throws IOException {
        List<Handle> torn = new Judge(store).torn();
        store.names(FileType.LOCK).forEach(lock -> store.lose(Handle.of(FileType.LOCK, lock)));
        if (!store.contains(Handle.CONFIG) || configIsTorn(store)) {
            restoreConfig(store);
            return;
        }
        torn.stream().filter(file -> file.type() == FileType.SNAPSHOT).forEach(store::lose);
        if (torn.stream().anyMatch(file -> file.type() == FileType.INDEX)) {
            try (Repository repository = World.open(store, TestRepositories.options())) {
                new IndexRepair(repository, _ -> {}, ProgressListener.NONE).repair();
            }
        }
    }

    /** From a copy, or, if none was ever stored, the remains of the attempt to make a repository are removed. */
    private void restoreConfig(MemoryBackend store) {
        if (before.contains(Handle.CONFIG)) {
            store.overwrite(Handle.CONFIG, before.bytes(Handle.CONFIG));
        } else {
            store.lose(Handle.CONFIG);
            store.names(FileType.KEY).forEach(key -> store.lose(Handle.of(FileType.KEY, key)));
        }
    }

    private void requireEnd(MemoryBackend store) throws IOException {
        RepositoryOptions options = TestRepositories.options();
        try (Repository repository = World.open(store, options)) {
            command.outcome().on(repository, world);
        }
        assertThat(new Judge(store).damage()).isEmpty();
        askIfNothingIsTorn(store);
    }
}
