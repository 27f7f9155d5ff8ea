package dev.coffer.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import org.junit.jupiter.api.Test;

class ChunkBudgetTest {

    private static final byte[] SOURCE = {1, 2, 3, 4};

    @Test
    void a_copy_is_independent_of_its_source() throws Exception {
        byte[] source = SOURCE.clone();
        try (ChunkBuffer copy = new ChunkBudget(10_000, 4).copy(source, 2)) {
            source[0] = 9;
            assertThat(copy.bytes()).containsExactly(1, 2);
        }
    }

    @Test
    void nobody_gets_more_than_the_budget() throws Exception {
        ChunkBudget budget = new ChunkBudget(2048, 4);
        budget.copy(SOURCE, 4);
        budget.copy(SOURCE, 4);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> budget.copy(SOURCE, 4)).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void what_is_given_back_can_be_had_again() throws Exception {
        ChunkBudget budget = new ChunkBudget(2048, 4);
        for (int i = 0; i < 10; i++) {
            budget.copy(SOURCE, 4).close();
        }
        assertThat(budget.copy(SOURCE, 4).bytes()).isEqualTo(SOURCE);
    }

    @Test
    void a_budget_without_room_for_the_largest_chunk_is_refused() {
        assertThatThrownBy(() -> new ChunkBudget(1 << 20, 1 << 20)).isInstanceOf(IllegalArgumentException.class);
    }
}
