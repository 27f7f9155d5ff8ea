package dev.coffer.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.tasks.TaskGroup;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 1000})
    void all_arrive_in_their_order(int count) throws Exception {
        Batches<Integer> batches = new Batches<>(64);
        List<Integer> passed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batches.put(i);
            passed.add(i);
        }
        batches.end();
        assertThat(takeAll(batches)).isEqualTo(passed);
    }

    @Test
    void who_puts_waits_while_too_many_are_waiting_to_be_taken() throws Exception {
        Batches<Integer> batches = new Batches<>(2);
        AtomicInteger passed = new AtomicInteger();
        CompletableFuture<Thread> putting = new CompletableFuture<>();
        try (TaskGroup group = TaskGroup.ofPlatformThreads("test", 1)) {
            group.fork(() -> {
                putting.complete(Thread.currentThread());
                while (passed.get() < 1000) {
                    batches.put(passed.getAndIncrement());
                }
                batches.end();
            });
            while (putting.get().getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            assertThat(passed).hasValue(3 * 64);
            assertThat(takeAll(batches)).hasSize(1000);
            group.join();
        }
    }

    private static List<Integer> takeAll(Batches<Integer> batches) throws InterruptedIOException {
        List<Integer> taken = new ArrayList<>();
        for (Optional<List<Integer>> batch = batches.take(); batch.isPresent(); batch = batches.take()) {
            taken.addAll(batch.get());
        }
        return taken;
    }
}
