package dev.coffer.chunker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.testing.RandomData;
import dev.coffer.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CutSearchTest {

    private static final int WINDOW = RabinTables.WINDOW_BYTES;
    private static final int BLOCK = CutSearch.BLOCK_BYTES;
    private static final int LANE = BLOCK / 4;
    private static final int LONGEST = 2 * BLOCK + 1;
    private static final long MASK = (1 << 13) - 1;

    /** Wherever the search starts, the cut falls on another place of another lane, or behind the last whole block. */
    @ParameterizedTest
    @MethodSource("distancesAtTheEdges")
    void a_cut_is_found_from_any_distance(int distance) {
        byte[] data = new RandomData(1).bytes(1_000_000);
        for (int cut : lonelyCuts(data)) {
            CutSearch search = searchAt(data, cut - distance);
            assertThat(search.next(data, cut - distance, cut + BLOCK)).isEqualTo(cut);
        }
    }

    @ParameterizedTest
    @MethodSource("distancesAtTheEdges")
    void a_search_goes_on_where_another_has_ended(int distance) {
        byte[] data = new RandomData(2).bytes(1_000_000);
        for (int cut : lonelyCuts(data)) {
            CutSearch search = searchAt(data, cut - LONGEST);
            int pause = cut - LONGEST + distance - 1;
            assertThat(search.next(data, cut - LONGEST, pause)).isEqualTo(CutSearch.NONE);
            assertThat(search.next(data, pause, data.length)).isEqualTo(cut);
        }
    }

    private static IntStream distancesAtTheEdges() {
        return IntStream.of(0, LANE, 2 * LANE, 3 * LANE, BLOCK, BLOCK + LANE, 2 * BLOCK)
                .flatMap(edge -> IntStream.rangeClosed(edge - 1, edge + 1))
                .filter(distance -> distance > 0);
    }

    @Seeds
    void of_several_cuts_the_first_is_found(long seed) {
        byte[] data = new RandomData(seed).bytes(WINDOW + 20 * BLOCK);
        CutSearch search = searchAt(data, WINDOW);
        List<Integer> found = new ArrayList<>();
        int at = WINDOW;
        while ((at = search.next(data, at, data.length)) >= 0) {
            found.add(at);
        }
        assertThat(found).hasSizeGreaterThan(5).isEqualTo(cuts(data));
    }

    /** Cuts with none before them for as long as any test looks. */
    private static List<Integer> lonelyCuts(byte[] data) {
        List<Integer> lonely = new ArrayList<>();
        int last = WINDOW;
        for (int cut : cuts(data)) {
            if (cut - last > LONGEST) {
                lonely.add(cut);
            }
            last = cut;
        }
        assertThat(lonely).isNotEmpty();
        return lonely.stream().limit(5).toList();
    }

    private static List<Integer> cuts(byte[] data) {
        CutSearch search = searchAt(data, WINDOW);
        List<Integer> cuts = new ArrayList<>();
        for (int end = WINDOW + 1; end <= data.length; end++) {
            search.roll(data, end - 1, end);
            if (search.isCut()) {
                cuts.add(end);
            }
        }
        return cuts;
    }

    /** With the window that ends at an index, rolled in from zeros. */
    private static CutSearch searchAt(byte[] data, int index) {
        CutSearch search = new CutSearch(RabinTables.of(Polynomial.parse("2814b9c8054143")), MASK);
        byte[] window = new byte[2 * WINDOW];
        System.arraycopy(data, index - WINDOW, window, WINDOW, WINDOW);
        search.roll(window, WINDOW, 2 * WINDOW);
        return search;
    }
}
