package dev.coffer.engine.prune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageCountTest {

    private static PackUsage.Content content(String pack) {
        return usages("", pack).getFirst().content();
    }

    /** Of each pack: used, duplicate, unused blobs. */
    private static List<String> counts(String needed, String... packs) {
        return usages(needed, packs).stream()
                .map(pack -> pack.used().blobs() + " " + pack.duplicate().blobs() + " "
                        + pack.unused().blobs())
                .toList();
    }

    private static List<PackUsage> usages(String needed, String... packs) {
        LetterPacks letters = new LetterPacks(packs);
        return UsageCount.of(letters.index(), letters.set(needed));
    }

    @Test
    void blobs_are_needed_or_not() {
        assertThat(counts("ac", "abc", "d")).containsExactly("2 0 1", "0 0 1");
    }

    @Test
    void sizes_add_up_to_that_of_the_file() {
        PackUsage usage = usages("a", "ab").getFirst();
        assertThat(usage.headerBytes()).isEqualTo(2 * 41 + 36);
        assertThat(usage.size()).isEqualTo(usage.headerBytes() + 2 * LetterPacks.LENGTH);
    }

    @Test
    void packs_hold_data_or_trees_or_both() {
        assertThat(content("ab")).isEqualTo(PackUsage.Content.DATA);
        assertThat(content("AB")).isEqualTo(PackUsage.Content.TREES);
        assertThat(content("aB")).isEqualTo(PackUsage.Content.MIXED);
    }

    @Test
    void of_several_copies_one_is_needed_where_something_else_is_needed_anyway() {
        assertThat(counts("ab", "ax", "ab", "ax")).containsExactly("0 1 1", "2 0 0", "0 1 1");
    }

    @Test
    void a_pack_of_nothing_but_copies_is_what_an_interrupted_prune_has_written() {
        assertThat(counts("ab", "ax", "ab", "bx")).containsExactly("0 1 1", "2 0 0", "0 1 1");
    }

    @Test
    void among_packs_that_are_alike_the_last_copy_is_needed() {
        assertThat(counts("a", "ax", "ay", "az")).containsExactly("0 1 1", "0 1 1", "1 0 1");
    }

    @Test
    void more_copies_than_a_byte_can_count_are_still_one_that_is_needed() {
        String[] packs = new String[300];
        Arrays.fill(packs, "ax");
        assertThat(counts("a", packs)).filteredOn("1 0 1"::equals).hasSize(1);
    }

    @Test
    void several_copies_in_one_pack_are_one_that_is_needed() {
        assertThat(counts("a", "aa")).containsExactly("1 1 0");
    }
}
