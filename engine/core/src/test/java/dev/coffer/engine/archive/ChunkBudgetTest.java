package dev.coffer.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.buffer.Buffer;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.buffer.Segments;
import java.io.InterruptedIOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkBudgetTest {

    private static final BufferPool BUFFERS = new BufferPool(0);
    private static final int SEGMENT = Segments.SEGMENT_BYTES;
    private static final byte[] SOURCE = {1, 2, 3, 4};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, SEGMENT, SEGMENT + 1, 3 * SEGMENT})
    void a_copy_is_independent_of_its_source(int length) throws Exception {
        byte[] source = new byte[3 * SEGMENT];
        Arrays.fill(source, (byte) 5);
        ChunkBuffer copy = new ChunkBudget(3 * SEGMENT, 3 * SEGMENT).copy(source, length);
        Arrays.fill(source, (byte) 9);
        try (Buffer joined = copy.join(BUFFERS)) {
            assertThat(joined.length()).isEqualTo(length);
            assertThat(Arrays.copyOf(joined.bytes(), length)).containsOnly(5);
        }
    }

    @Test
    void nobody_gets_more_than_the_budget() throws Exception {
        ChunkBudget budget = new ChunkBudget(2 * SEGMENT, SEGMENT);
        budget.copy(SOURCE, 4);
        budget.copy(SOURCE, 4);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> budget.copy(SOURCE, 4)).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void what_is_given_back_can_be_had_again() throws Exception {
        ChunkBudget budget = new ChunkBudget(2 * SEGMENT, SEGMENT);
        for (int i = 0; i < 10; i++) {
            budget.copy(SOURCE, 4).join(BUFFERS).close();
        }
        try (Buffer joined = budget.copy(SOURCE, 4).join(BUFFERS)) {
            assertThat(joined.bytes()).startsWith(SOURCE);
        }
    }

    @Test
    void a_budget_without_room_for_the_largest_chunk_is_refused() {
        assertThatThrownBy(() -> new ChunkBudget(4 * SEGMENT, 4 * SEGMENT + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
