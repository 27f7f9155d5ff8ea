package dev.coffer.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.buffer.BufferPool;
import java.io.InterruptedIOException;
import org.junit.jupiter.api.Test;

class ChunkBudgetTest {

    private static final BufferPool BUFFERS = new BufferPool(0);
    private static final byte[] SOURCE = {1, 2, 3, 4};

    @Test
    void a_copy_is_independent_of_its_source() throws Exception {
        byte[] source = SOURCE.clone();
        try (ChunkBuffer copy = new ChunkBudget(BUFFERS, 10_000, 4).copy(source, 2)) {
            source[0] = 9;
            assertThat(copy.bytes()).startsWith(1, 2);
        }
    }

    @Test
    void nobody_gets_more_than_the_budget() throws Exception {
        ChunkBudget budget = new ChunkBudget(BUFFERS, 2048, 4);
        budget.copy(SOURCE, 4);
        budget.copy(SOURCE, 4);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> budget.copy(SOURCE, 4)).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void what_is_given_back_can_be_had_again() throws Exception {
        ChunkBudget budget = new ChunkBudget(BUFFERS, 2048, 4);
        for (int i = 0; i < 10; i++) {
            budget.copy(SOURCE, 4).close();
        }
        assertThat(budget.copy(SOURCE, 4).length()).isEqualTo(4);
    }

    @Test
    void a_budget_without_room_for_the_largest_chunk_is_refused() {
        assertThatThrownBy(() -> new ChunkBudget(BUFFERS, 1 << 20, 1 << 20))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
