package dev.coffer.chunker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.testing.RandomData;
import dev.coffer.testing.Seeds;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkerTest {

    private static final Polynomial POLYNOMIAL = Polynomial.parse("2814b9c8054143");
    private static final ChunkerLimits SMALL = new ChunkerLimits(1000, 20_000, 12);

    /** Chunk lengths restic itself found in this data. */
    @Test
    void cuts_are_where_restic_cuts() throws Exception {
        byte[] data = hashesOfCounters(16 * 1024 * 1024);

        assertThat(cutAtOnce(new Chunker(POLYNOMIAL, ChunkerLimits.RESTIC), data))
                .containsExactly(565690, 967396, 1385910, 1241467, 2197411, 3743389, 1714533, 2839772, 1225145, 896503);
    }

    private static byte[] hashesOfCounters(int length) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] data = new byte[length];
        for (int i = 0; i < length / 32; i++) {
            byte[] counter = ByteBuffer.allocate(8).putLong(i).array();
            System.arraycopy(sha256.digest(counter), 0, data, 32 * i, 32);
        }
        return data;
    }

    @Test
    void data_of_just_the_minimum_is_one_chunk() throws Exception {
        byte[] data = hashesOfCounters(512 * 1024);

        assertThat(cutAtOnce(new Chunker(POLYNOMIAL, ChunkerLimits.RESTIC), data))
                .containsExactly(524_288);
    }

    @Test
    void zeros_are_cut_at_the_minimum() {
        byte[] zeros = new byte[20 * 1024 * 1024];

        assertThat(cutAtOnce(new Chunker(POLYNOMIAL, ChunkerLimits.RESTIC), zeros))
                .hasSize(40)
                .containsOnly(524_288);
    }

    @Test
    void a_chunk_without_a_cut_ends_at_the_maximum() {
        ChunkerLimits hopeless = new ChunkerLimits(100, 30_000, 30);
        byte[] data = new RandomData(1).bytes(100_000);

        assertThat(cutAtOnce(new Chunker(POLYNOMIAL, hopeless), data)).containsExactly(30_000, 30_000, 30_000, 10_000);
    }

    @Test
    void chunks_have_one_length_if_minimum_and_maximum_are_the_same() {
        ChunkerLimits fixed = new ChunkerLimits(5000, 5000, 12);
        byte[] data = new RandomData(1).bytes(18_000);

        assertThat(cutAtOnce(new Chunker(POLYNOMIAL, fixed), data)).containsExactly(5000, 5000, 5000, 3000);
    }

    @Seeds(12)
    void cuts_are_those_of_the_definition(long seed) {
        RandomData random = new RandomData(seed);
        Polynomial polynomial = Polynomial.random(random.random());
        for (ChunkerLimits limits : limits(random)) {
            for (byte[] data : contents(random)) {
                assertThat(cutAtOnce(new Chunker(polynomial, limits), data))
                        .isEqualTo(new ReferenceChunker(polynomial, limits).lengths(data));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 16, 31, 52, 53, 54, 55})
    void polynomials_of_every_degree_will_do(int degree) {
        Polynomial polynomial = new Polynomial((1L << degree) | 0b11011);
        byte[] data = new RandomData(degree).mixed(200_000, 20_000);
        for (ChunkerLimits limits : List.of(SMALL, new ChunkerLimits(64, 300_000, 6))) {
            assertThat(cutAtOnce(new Chunker(polynomial, limits), data))
                    .isEqualTo(new ReferenceChunker(polynomial, limits).lengths(data));
        }
    }

    @Seeds(12)
    void cuts_do_not_depend_on_the_pieces(long seed) {
        RandomData random = new RandomData(seed);
        for (ChunkerLimits limits : limits(random)) {
            for (byte[] data : contents(random)) {
                Chunker chunker = new Chunker(POLYNOMIAL, limits);
                int longest = 1 << random.between(0, 18);
                assertThat(cut(chunker, data, () -> random.between(0, longest + 1)))
                        .isEqualTo(cutAtOnce(new Chunker(POLYNOMIAL, limits), data));
            }
        }
    }

    @Test
    void single_bytes_are_pieces_too() {
        byte[] data = new RandomData(1).mixed(200_000, 5000);

        assertThat(cut(new Chunker(POLYNOMIAL, SMALL), data, () -> 1))
                .isEqualTo(cutAtOnce(new Chunker(POLYNOMIAL, SMALL), data));
    }

    @Test
    void after_a_reset_nothing_of_the_old_data_matters() {
        byte[] data = new RandomData(2).bytes(100_000);
        Chunker used = new Chunker(POLYNOMIAL, SMALL);
        used.nextSplitPoint(data, 50_000, 51_500);
        used.reset();

        assertThat(cutAtOnce(used, data)).isEqualTo(cutAtOnce(new Chunker(POLYNOMIAL, SMALL), data));
    }

    private static List<ChunkerLimits> limits(RandomData random) {
        int min = random.between(64, 3000);
        return List.of(
                SMALL,
                new ChunkerLimits(min, min + random.between(0, 50_000), random.between(0, 16)),
                new ChunkerLimits(64, 300_000, 16));
    }

    private static List<byte[]> contents(RandomData random) {
        return List.of(
                random.bytes(random.between(0, 300_000)),
                random.text(100_000),
                random.mixed(300_000, 10_000),
                RandomData.repeated(random.between(0, 256), 50_000),
                random.bytes(random.between(0, 200)));
    }

    private static List<Integer> cutAtOnce(Chunker chunker, byte[] data) {
        return cut(chunker, data, () -> data.length);
    }

    /** Each piece lies in an array of its own, as nothing of earlier pieces may be needed. */
    private static List<Integer> cut(Chunker chunker, byte[] data, IntSupplier pieces) {
        List<Integer> lengths = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < data.length) {
            int end = Math.min(data.length, at + pieces.getAsInt());
            byte[] piece = at == 0 && end == data.length ? data : Arrays.copyOfRange(data, at, end);
            int cut;
            for (int from = 0; (cut = chunker.nextSplitPoint(piece, from, piece.length)) >= 0; from = cut) {
                lengths.add(at + cut - start);
                start = at + cut;
            }
            at = end;
        }
        if (start < data.length) {
            lengths.add(data.length - start);
        }
        return lengths;
    }
}
