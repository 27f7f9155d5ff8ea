package dev.coffer.engine.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskGroupTest {

    private static final IOException FAILURE = new IOException("first");

    private final CountDownLatch never = new CountDownLatch(1);
    private final TaskGroup group = new TaskGroup("test", 2);

    @AfterEach
    void close() {
        group.close();
    }

    @Test
    void joining_waits_for_all_tasks() throws Exception {
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 20; i++) {
            group.fork(done::incrementAndGet);
        }
        group.join();
        assertThat(done).hasValue(20);
    }

    @Test
    void no_more_tasks_run_at_a_time_than_allowed() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int i = 0; i < 50; i++) {
            group.fork(() -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                Thread.yield();
                running.decrementAndGet();
            });
        }
        group.join();
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void several_threads_may_fork() throws Exception {
        AtomicInteger done = new AtomicInteger();
        List<Thread> forkers = Stream.generate(() -> Thread.ofVirtual().start(() -> forkQuietly(done::incrementAndGet)))
                .limit(30)
                .toList();
        for (Thread forker : forkers) {
            forker.join();
        }
        group.join();
        assertThat(done).hasValue(30);
    }

    @Test
    void the_first_failure_is_what_joining_throws() throws Exception {
        group.fork(TaskGroupTest::fail);
        assertThatThrownBy(group::join).isSameAs(FAILURE);
    }

    @Test
    void errors_and_runtime_exceptions_come_through() throws Exception {
        group.fork(() -> {
            throw new StackOverflowError("deep");
        });
        assertThatThrownBy(group::join).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void a_failure_interrupts_the_other_tasks() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        group.fork(() -> await(never, interrupted));
        group.fork(TaskGroupTest::fail);
        interrupted.await();
        assertThatThrownBy(group::join).isSameAs(FAILURE);
    }

    @Test
    void after_a_failure_nothing_more_is_started() throws Exception {
        group.fork(TaskGroupTest::fail);
        assertThatThrownBy(group::join).isSameAs(FAILURE);
        AtomicInteger started = new AtomicInteger();
        assertThatThrownBy(() -> group.fork(started::incrementAndGet)).isSameAs(FAILURE);
        assertThat(started).hasValue(0);
    }

    @Test
    void a_failure_reaches_whoever_waits_for_a_slot() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        group.fork(() -> await(never, interrupted));
        group.fork(() -> {
            await(go, new CountDownLatch(1));
            fail();
        });
        Thread.ofVirtual().start(go::countDown);
        assertThatThrownBy(() -> {
                    group.fork(() -> {});
                    group.fork(() -> {});
                })
                .isSameAs(FAILURE);
    }

    @Test
    void the_same_failure_of_several_tasks_is_no_trouble() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        for (int i = 0; i < 2; i++) {
            group.fork(() -> {
                await(go, new CountDownLatch(1));
                fail();
            });
        }
        go.countDown();
        assertThatThrownBy(group::join).isSameAs(FAILURE);
    }

    @Test
    void waiting_for_a_slot_ends_with_an_interrupt() throws Exception {
        occupyAllSlots();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> group.fork(() -> {})).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void joining_ends_with_an_interrupt() throws Exception {
        occupyAllSlots();
        Thread.currentThread().interrupt();
        assertThatThrownBy(group::join).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void closing_cancels_what_runs_and_waits_for_its_end() throws Exception {
        AtomicInteger ended = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            group.fork(() -> {
                await(never, new CountDownLatch(1));
                ended.incrementAndGet();
            });
        }
        group.close();
        assertThat(ended).hasValue(2);
    }

    @Test
    void joining_a_closed_group_does_not_look_like_success() throws Exception {
        occupyAllSlots();
        group.close();
        assertThatThrownBy(group::join).isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void a_closed_group_starts_nothing_more() {
        group.close();
        assertThatThrownBy(() -> group.fork(() -> {})).isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void closing_waits_even_on_an_interrupted_thread() throws Exception {
        AtomicInteger ended = new AtomicInteger();
        group.fork(() -> {
            await(never, new CountDownLatch(1));
            ended.incrementAndGet();
        });
        Thread.currentThread().interrupt();
        group.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended).hasValue(1);
    }

    private void occupyAllSlots() throws IOException {
        group.fork(() -> await(never, new CountDownLatch(1)));
        group.fork(() -> await(never, new CountDownLatch(1)));
    }

    private void forkQuietly(TaskGroup.Task task) {
        try {
            group.fork(task);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fail() throws IOException {
        throw FAILURE;
    }

    /** Waits for a latch; opens the other when interrupted. */
    private static void await(CountDownLatch latch, CountDownLatch interrupted) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            interrupted.countDown();
        }
    }
}
