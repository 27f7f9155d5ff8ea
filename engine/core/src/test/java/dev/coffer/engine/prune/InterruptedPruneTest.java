package dev.coffer.engine.prune;

import static dev.coffer.engine.prune.PruneFixture.THOROUGH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.ObjectId;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever a prune ends, nothing is missing, and the next one tidies up. */
class InterruptedPruneTest {

    static Stream<Fault> faults() {
        IOException gone = new BackendException.Denied("the store is gone", null);
        return Stream.of(
                new Fault.Refuse(gone),
                new Fault.LoseAnswer(gone),
                new Fault.Refuse(new InterruptedIOException("interrupted")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void nothing_is_missing_wherever_it_ends(Fault fault) throws IOException {
        MemoryBackend before = repositoryToPrune();
        int changes = changesOfAWholePrune(before);
        assertThat(changes).isGreaterThan(8);
        for (int change = 1; change <= changes; change++) {
            MemoryBackend backend = before.copy();
            endAt(change, fault, backend);
            PruneFixture.assertSound(backend);
            PruneFixture.prune(backend, THOROUGH);
            assertThat(PruneFixture.findings(backend))
                    .as("ended at change %d", change)
                    .isEmpty();
            assertThat(backend.names(FileType.PACK)).hasSize(2);
        }
    }

    /** With data and trees that are needed in part, not at all, and listed nowhere. */
    private static MemoryBackend repositoryToPrune() throws IOException {
        try (PruneFixture fixture = new PruneFixture()) {
            ObjectId first = fixture.backUp("a", "shared");
            ObjectId second = fixture.backUp("b", "c");
            fixture.backUp("c", "shared");
            fixture.forget(first);
            fixture.forget(second);
            fixture.backend().save(Handle.of(FileType.PACK, "ab".repeat(32)), Content.of(new byte[50]));
            return fixture.backend();
        }
    }

    private static int changesOfAWholePrune(MemoryBackend before) throws IOException {
        FaultyBackend watched = new FaultyBackend(before.copy());
        PruneFixture.prune(watched, THOROUGH);
        return watched.count(Operation.SAVE) + watched.count(Operation.REMOVE);
    }

    private static void endAt(int change, Fault fault, MemoryBackend backend) throws IOException {
        AtomicInteger changes = new AtomicInteger();
        FaultyBackend failing = new FaultyBackend(backend)
                .when(call -> changes(call.operation()) && changes.incrementAndGet() >= change, fault);
        try {
            assertThat(PruneFixture.prune(failing, THOROUGH)).isNotEmpty();
        } catch (IOException e) {
            assertThat(e).hasMessageMatching("the store is gone|interrupted");
        }
    }

    private static boolean changes(Operation operation) {
        return operation == Operation.SAVE || operation == Operation.REMOVE;
    }
}
