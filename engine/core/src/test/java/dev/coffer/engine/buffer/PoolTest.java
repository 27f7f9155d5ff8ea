package dev.coffer.engine.buffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PoolTest {

    private final AtomicInteger made = new AtomicInteger();
    private final Pool<Integer> pool = new Pool<>(made::incrementAndGet);

    @Test
    void what_was_given_back_last_is_lent_first() {
        int first = pool.take();
        int second = pool.take();
        pool.giveBack(first);
        pool.giveBack(second);
        assertThat(pool.take()).isEqualTo(second);
        assertThat(pool.take()).isEqualTo(first);
        assertThat(made).hasValue(2);
    }

    @Test
    void nothing_is_made_only_to_be_taken_out() {
        assertThat(pool.takeIdle()).isEmpty();
        assertThat(made).hasValue(0);
    }

    @Test
    void a_call_that_fails_gives_back_what_it_had() {
        assertThatThrownBy(() -> pool.with(lent -> {
                    throw new IllegalStateException("call " + lent);
                }))
                .hasMessage("call 1");
        assertThat(pool.takeIdle()).hasValue(1);
    }

    @Test
    void no_two_threads_have_the_same_at_a_time() throws Exception {
        Pool<AtomicBoolean> busy = new Pool<>(AtomicBoolean::new);
        List<Future<Boolean>> alone = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int thread = 0; thread < 4; thread++) {
                alone.add(threads.submit(() -> isAlwaysAlone(busy)));
            }
            for (Future<Boolean> thread : alone) {
                assertThat(thread.get()).isTrue();
            }
        }
    }

    private static boolean isAlwaysAlone(Pool<AtomicBoolean> busy) {
        boolean alone = true;
        for (int i = 0; i < 100_000; i++) {
            alone &= busy.with(lent -> lent.compareAndSet(false, true) && lent.compareAndSet(true, false));
        }
        return alone;
    }
}
