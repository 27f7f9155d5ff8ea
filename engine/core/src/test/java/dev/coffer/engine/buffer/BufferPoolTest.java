package dev.coffer.engine.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BufferPoolTest {

    private static final int LARGE = 1 << 20;

    private final BufferPool pool = new BufferPool(8L * LARGE);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 5120, 5121, LARGE, LARGE + 1, 10_000_000})
    void a_new_array_is_long_enough_and_less_than_twice_too_long(int length) {
        assertThat(pool.take(length).bytes().length).isBetween(length, 2 * length);
    }

    @Test
    void what_was_given_back_is_lent_again() {
        Buffer first = pool.take(LARGE);
        first.close();
        assertThat(pool.take(LARGE).bytes()).isSameAs(first.bytes());
    }

    @Test
    void an_array_somewhat_larger_than_needed_is_lent_too() {
        Buffer first = pool.take(LARGE);
        first.close();
        assertThat(pool.take(LARGE / 2).bytes()).isSameAs(first.bytes());
    }

    @Test
    void an_array_much_larger_than_needed_is_left_for_others() {
        Buffer first = pool.take(LARGE);
        first.close();
        assertThat(pool.take(LARGE / 5).bytes()).isNotSameAs(first.bytes());
    }

    @Test
    void the_shortest_array_that_is_long_enough_is_lent() {
        Buffer small = pool.take(LARGE);
        Buffer large = pool.take(2 * LARGE);
        small.close();
        large.close();
        assertThat(pool.take(LARGE).bytes()).isSameAs(small.bytes());
        assertThat(pool.take(LARGE).bytes()).isSameAs(large.bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1000, 5000, LARGE + 1})
    void a_pool_that_keeps_nothing_lends_arrays_made_to_measure(int length) {
        Buffer buffer = BufferPool.NONE.take(length);
        assertThat(buffer.bytes()).hasSize(length);
        assertThat(buffer.detach()).isSameAs(buffer.bytes());
        BufferPool.NONE.take(length).close();
        assertThat(BufferPool.NONE.idleBytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, LARGE})
    void detached_bytes_have_an_array_of_their_own(int length) {
        Buffer buffer = pool.take(length);
        byte[] detached = buffer.detach();
        buffer.close();
        assertThat(detached).hasSize(length);
        assertThat(pool.take(length).bytes()).isNotSameAs(detached);
    }

    @Test
    void nobody_gets_an_array_that_another_has() {
        assertThat(pool.take(LARGE).bytes()).isNotSameAs(pool.take(LARGE).bytes());
    }

    @Test
    void closing_twice_does_not_lend_an_array_to_two() {
        Buffer first = pool.take(LARGE);
        first.close();
        first.close();
        assertThat(pool.take(LARGE).bytes()).isNotSameAs(pool.take(LARGE).bytes());
    }

    @Test
    void small_arrays_are_not_kept() {
        pool.take(1000).close();
        assertThat(pool.idleBytes()).isZero();
    }

    @Test
    void no_more_lies_idle_than_was_said() {
        IntStream.range(0, 20).mapToObj(_ -> pool.take(LARGE)).toList().forEach(Buffer::close);
        assertThat(pool.idleBytes()).isBetween(7L * LARGE, 8L * LARGE);
    }

    @Test
    void what_has_lain_idle_for_longest_goes_first() {
        Buffer first = pool.take(LARGE);
        Buffer last = pool.take(LARGE);
        first.close();
        pool.take(2 * LARGE).close();
        pool.take(4 * LARGE).close();
        last.close();
        assertThat(pool.take(LARGE).bytes()).isSameAs(last.bytes());
        assertThat(pool.take(LARGE).bytes()).isNotSameAs(first.bytes());
    }

    @Test
    void an_array_larger_than_all_that_may_lie_idle_is_made_to_measure() {
        assertThat(pool.take(9 * LARGE).bytes()).hasSize(9 * LARGE);
    }

    @Test
    void an_array_larger_than_all_that_may_lie_idle_is_not_kept() {
        pool.take(9 * LARGE).close();
        assertThat(pool.idleBytes()).isZero();
    }
}
