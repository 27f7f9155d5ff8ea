package dev.coffer.engine.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.pack.PackHeader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarkReviewTest {

    private final Map<ObjectId, Long> stored = new HashMap<>();
    private LetterPacks packs = new LetterPacks();

    private void packs(String... words) {
        packs = new LetterPacks(words);
        packs.index().forEachPack(pack -> stored.put(pack.pack(), PackHeader.packSize(pack.blobs())));
    }

    private ObjectId pack(int number) {
        return packs.index().packs().get(number);
    }

    /** Numbers of the packs that may go. */
    private List<Integer> unneeded(String needed, Integer... marked) throws CorruptData {
        Set<ObjectId> ids = new HashSet<>();
        Arrays.stream(marked).forEach(number -> ids.add(pack(number)));
        return MarkReview.unneeded(packs.index(), packs.set(needed), ids, stored).stream()
                .map(packs.index().packs()::indexOf)
                .sorted()
                .toList();
    }

    @Test
    void a_pack_of_which_nothing_is_needed_may_go() throws CorruptData {
        packs("ab", "cd");
        assertThat(unneeded("a", 1)).containsExactly(1);
    }

    @Test
    void a_pack_that_is_not_marked_stays() throws CorruptData {
        packs("ab", "cd");
        assertThat(unneeded("a")).isEmpty();
    }

    @Test
    void what_is_also_in_a_pack_that_stays_may_go() throws CorruptData {
        packs("ab", "ac");
        assertThat(unneeded("a", 0)).containsExactly(0);
    }

    @Test
    void what_is_needed_again_stays() throws CorruptData {
        packs("ab", "cd");
        assertThat(unneeded("ad", 0, 1)).isEmpty();
    }

    @Test
    void of_marked_packs_with_the_same_content_one_stays() throws CorruptData {
        packs("ab", "ab", "ab");
        assertThat(unneeded("ab", 0, 1, 2)).containsExactly(1, 2);
    }

    @Test
    void a_copy_in_a_pack_that_is_not_there_does_not_count() throws CorruptData {
        packs("ab", "a");
        stored.remove(pack(1));
        assertThat(unneeded("a", 0)).isEmpty();
    }

    @Test
    void a_copy_in_a_pack_of_the_wrong_size_does_not_count() throws CorruptData {
        packs("ab", "a");
        stored.put(pack(1), 1L);
        assertThat(unneeded("a", 0)).isEmpty();
    }

    @Test
    void a_marked_pack_that_is_not_there_may_go_if_nothing_in_it_is_needed() throws CorruptData {
        packs("ab", "a");
        stored.remove(pack(0));
        assertThat(unneeded("a", 0)).containsExactly(0);
        assertThatThrownBy(() -> unneeded("b", 0))
                .isInstanceOf(CorruptData.class)
                .hasMessageContainingAll("Nothing was pruned", "1 blobs", "coffer ");
    }
}
