package dev.coffer.engine.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsTest {

    private static final int SEGMENT = Segments.SEGMENT_BYTES;

    private final BufferPool buffers = new BufferPool(16L * SEGMENT);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void what_was_written_in_pieces_comes_out_in_order(long seed) {
        Random random = new Random(seed);
        Segments segments = new Segments(buffers);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        while (expected.size() < 3 * SEGMENT) {
            byte[] piece = bytes(random, random.nextInt(SEGMENT * 3 / 2));
            int offset = random.nextInt(piece.length + 1);
            segments.write(piece, offset, piece.length - offset);
            expected.write(piece, offset, piece.length - offset);
            segments.write(7);
            expected.write(7);
        }
        assertThat(bytes(segments)).isEqualTo(expected.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, SEGMENT, SEGMENT + 1, 3 * SEGMENT})
    void segments_are_joined_to_one_array(int length) {
        byte[] content = bytes(new Random(6), length);
        Segments segments = segments(content);
        try (Buffer joined = segments.join(buffers)) {
            assertThat(joined.length()).isEqualTo(length);
            assertThat(joined.bytes()).startsWith(content);
        }
        assertThat(segments.length()).isZero();
        assertThat(buffers.idleBytes()).isGreaterThanOrEqualTo(length);
    }

    @Test
    void memory_goes_back_to_the_pool_once() {
        Segments segments = segments(new byte[2 * SEGMENT]);
        segments.release();
        segments.release();
        assertThat(buffers.idleBytes()).isBetween(2L * SEGMENT, 3L * SEGMENT);
        assertThat(segments.parts()).isEmpty();
    }

    private Segments segments(byte[] content) {
        Segments segments = new Segments(buffers);
        segments.write(content, 0, content.length);
        return segments;
    }

    private static byte[] bytes(Segments segments) {
        byte[] copy = new byte[(int) segments.length()];
        segments.copyTo(copy, 0);
        int total = segments.parts().stream().mapToInt(ByteBuffer::remaining).sum();
        assertThat(total).isEqualTo(copy.length);
        return copy;
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
