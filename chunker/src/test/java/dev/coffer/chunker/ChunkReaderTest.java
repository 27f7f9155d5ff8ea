package dev.coffer.chunker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.testing.RandomData;
import dev.coffer.testing.Seeds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkReaderTest {

    private static final Polynomial POLYNOMIAL = Polynomial.parse("2814b9c8054143");

    @Seeds
    void chunks_are_those_of_the_definition_and_hold_the_whole_stream(long seed) throws Exception {
        RandomData random = new RandomData(seed);
        for (int averageBits : new int[] {8, 12, 16, 18}) {
            int min = random.between(64, 100_000);
            ChunkerLimits limits = new ChunkerLimits(min, min + random.between(0, 400_000), averageBits);
            byte[] data = random.mixed(random.between(0, 1_000_000), 50_000);
            ChunkReader reader = new ChunkReader(POLYNOMIAL, limits);
            for (InputStream in : List.of(new ByteArrayInputStream(data), new Trickle(data, random))) {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                assertThat(lengths(reader, in, new byte[limits.max()], all))
                        .isEqualTo(new ReferenceChunker(POLYNOMIAL, limits).lengths(data));
                assertThat(all.toByteArray()).isEqualTo(data);
            }
        }
    }

    @Test
    void an_empty_stream_has_no_chunk() throws Exception {
        ChunkReader reader = new ChunkReader(POLYNOMIAL, ChunkerLimits.RESTIC);
        byte[] buffer = new byte[ChunkerLimits.RESTIC.max()];

        assertThat(reader.next(InputStream.nullInputStream(), buffer)).isEqualTo(-1);
        assertThat(reader.next(new ByteArrayInputStream(new byte[] {7}), buffer))
                .isEqualTo(1);
        assertThat(buffer[0]).isEqualTo((byte) 7);
    }

    @Test
    void a_reader_that_was_reset_starts_anew() throws Exception {
        ChunkerLimits limits = new ChunkerLimits(100, 50_000, 12);
        byte[] data = new RandomData(3).bytes(300_000);
        byte[] buffer = new byte[limits.max()];
        ChunkReader used = new ChunkReader(POLYNOMIAL, limits);
        used.next(new ByteArrayInputStream(data, 777, 200_000), buffer);
        used.reset();

        assertThat(lengths(used, new ByteArrayInputStream(data), buffer, new ByteArrayOutputStream()))
                .isEqualTo(new ReferenceChunker(POLYNOMIAL, limits).lengths(data));
    }

    @Test
    void a_buffer_too_short_for_the_longest_chunk_is_refused() {
        ChunkReader reader = new ChunkReader(POLYNOMIAL, new ChunkerLimits(64, 1000, 8));

        assertThatThrownBy(() -> reader.next(InputStream.nullInputStream(), new byte[999]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Integer> lengths(ChunkReader reader, InputStream in, byte[] buffer, ByteArrayOutputStream all)
            throws IOException {
        List<Integer> lengths = new ArrayList<>();
        for (int length = reader.next(in, buffer); length >= 0; length = reader.next(in, buffer)) {
            lengths.add(length);
            all.write(buffer, 0, length);
        }
        return lengths;
    }

    /** Delivers fewer bytes than asked for, as pipes and sockets do. */
    private static final class Trickle extends ByteArrayInputStream {

        private final RandomData random;

        Trickle(byte[] data, RandomData random) {
            super(data);
            this.random = random;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, random.between(1, 40_000)));
        }
    }
}
